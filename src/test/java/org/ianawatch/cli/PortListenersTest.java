package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ianawatch.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code port} and {@code uses} know of a machine on which 278/udp listens, in a {@code /proc} made by hand. */
class PortListenersTest {
    private static final String HEADING =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";
    /** 127.0.0.1:278 as proc_pid_net(5) has it on a machine of little-endian numbers. */
    private static final String SOCKET =
            "  1: 0100007F:0116 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 4711 2";

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() throws IOException {
        Path net = Files.createDirectories(folder.resolve("proc/net"));
        Files.writeString(net.resolve("tcp"), HEADING + "\n");
        Files.writeString(net.resolve("udp"), HEADING + "\n" + SOCKET + "\n");
        Path process = Files.createDirectories(folder.resolve("proc/812/fd"));
        Files.createSymbolicLink(process.resolve("3"), Path.of("socket:[4711]"));
        Files.writeString(folder.resolve("proc/812/comm"), "telemetryd\n");
    }

    @Test
    void portSaysWhatListensHere() throws IOException {
        assertTrue(run("ianawatch port 278").contains("\nListens here: 278/udp telemetryd[812] at 127.0.0.1\n"));
        assertTrue(run("ianawatch port 278 --format json").contains("\"listening\": ["));
    }

    @Test
    void portSaysNothingOfOtherPortsTransportsAndTimes() throws IOException {
        for (String command : new String[] {"port 279", "port 278 --transport tcp", "port 278 --at 1"}) {
            assertFalse(run("ianawatch " + command).contains("Listens here"), command);
        }
    }

    @Test
    void whatListensIsRemembered() throws IOException {
        Files.writeString(folder.resolve("ports.txt"), "278/udp\n60000/tcp\n");
        String said = "remembered 1 use; 0 were known";
        assertTrue(
                run("ianawatch listening --remember --input FOLDER/ports.txt").contains(said));
        String uses = run("ianawatch uses list --format csv");
        assertTrue(uses.contains("\n278/udp,"), uses);
        assertFalse(uses.contains("60000"), uses);
        assertTrue(
                run("ianawatch listening --remember --input FOLDER/ports.txt").contains("0 uses; 1 was known"));
    }

    private String run(String command) throws IOException {
        try (EditionServer server = new EditionServer(SessionTest.SAMPLES)) {
            Session session = new Session(folder, server);
            session.replay(List.of("# a week later"));
            session.run("ianawatch import snapshots/samples");
            String output = session.run(command);
            assertEquals(ExitCode.DONE, session.exitCode(), output);
            return output;
        }
    }
}
