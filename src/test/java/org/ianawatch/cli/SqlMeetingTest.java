package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ianawatch.cli.console.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when H2's own shell, another process, has the file open: {@code docs/sql.md}. */
class SqlMeetingTest {
    private static final String COUNT = "ianawatch sql --format csv \"select count(*) as many from registration\"";

    @TempDir
    private Path folder;

    private EditionServer server;
    private Session session;

    @BeforeEach
    void sync() throws IOException {
        server = new EditionServer(SessionTest.SAMPLES);
        session = new Session(folder, server);
        session.run("ianawatch sync");
        server.next();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aReaderKeepsASyncWaitingAndNoOtherReader() throws Exception {
        Process reader = shell(";ACCESS_MODE_DATA=r;IFEXISTS=TRUE", "reader", "reader");
        ask(reader, "SELECT COUNT(*) || ' rows' FROM registration;", "30 rows");

        assertTrue(session.run("ianawatch sync --wait 100ms").contains("is in use"));
        assertEquals(ExitCode.BUSY, session.exitCode());
        assertEquals("many\n30\n", session.run(COUNT));

        leave(reader);
        session.run("ianawatch sync --wait 100ms");
        assertEquals(ExitCode.DONE, session.exitCode());
        assertEquals("many\n33\n", session.run(COUNT));
    }

    @Test
    void theReaderSetsThePointInTimeItself() throws Exception {
        session.run("ianawatch sync");
        Process reader = shell(";ACCESS_MODE_DATA=r;IFEXISTS=TRUE", "reader", "reader");
        ask(reader, "SELECT COUNT(*) || ' rows' FROM registration;", "33 rows");
        ask(reader, "SET @at = 1;", "Update count: 0");
        ask(reader, "SELECT COUNT(*) || ' rows' FROM registration;", "30 rows");
        ask(reader, "SELECT * FROM store.registry;", "Not enough rights");
        leave(reader);
    }

    @Test
    void aWriterKeepsAQueryWaiting() throws Exception {
        // As the program's own writers begin; what another one wrote is refused.
        Files.delete(folder.resolve("home/ianawatch.crc32"));
        Process writer = shell("", "sa", "");
        ask(writer, "SELECT 'is ' || 'open';", "is open");

        assertTrue(session.run(COUNT + " --wait 100ms").contains("is in use"));
        assertEquals(ExitCode.BUSY, session.exitCode());

        CompletableFuture<String> waiting = CompletableFuture.supplyAsync(this::count);
        leave(writer);
        assertEquals("many\n30\n", waiting.get());
    }

    private String count() {
        try {
            return session.run(COUNT + " --wait 60s");
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Process shell(String settings, String user, String password) throws Exception {
        Path library = Path.of(Class.forName("org.h2.Driver")
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        library.toString(),
                        "org.h2.tools.Shell",
                        "-url",
                        "jdbc:h2:file:" + folder.resolve("home/ianawatch") + settings,
                        "-user",
                        user,
                        "-password",
                        password))
                .redirectErrorStream(true)
                .start();
    }

    private static void ask(Process shell, String statement, String answer) throws IOException {
        shell.getOutputStream().write((statement + "\n").getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().flush();
        BufferedReader reader = shell.inputReader(StandardCharsets.UTF_8);
        String line = reader.readLine();
        while (!line.contains(answer)) {
            line = reader.readLine();
        }
    }

    private static void leave(Process shell) throws Exception {
        shell.getOutputStream().close();
        shell.inputReader(StandardCharsets.UTF_8).lines().forEach(unused -> {});
        shell.waitFor();
    }
}
