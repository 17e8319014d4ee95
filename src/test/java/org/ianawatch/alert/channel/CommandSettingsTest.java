package org.ianawatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.MessageJson;
import org.ianawatch.alert.Messages;
import org.ianawatch.alert.Outcome;
import org.ianawatch.made.Hang;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.receivers.Receiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandSettingsTest {
    private static final ChannelSettings.Context CONTEXT = Receiver.context(Clock.systemUTC());
    private static final Message MESSAGE = Messages.changes();

    @TempDir
    Path folder;

    @Test
    void theProgramReadsTheMessageAndFindsItsNameInTheEnvironment() throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        String script =
                "{ echo \"$IANAWATCH_MESSAGE_ID $IANAWATCH_MESSAGE_KIND $IANAWATCH_MESSAGE_RULE $1\"; cat; } > '" + out
                        + "'";
        assertEquals(new Outcome.Delivered(), run(Hang.LIMIT, "/bin/sh", "-c", script, "sh", "a'b $(id)"));
        List<String> lines = Files.readAllLines(out);
        assertEquals(MESSAGE.id() + " changes changes a'b $(id)", lines.get(0));
        assertEquals(MESSAGE, MessageJson.read(lines.get(1), PortRegistry.ROLES));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 70, 71, 73, 74, 75, 128, 255})
    void theseCodesMayPass(int code) throws InterruptedException {
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, exit(code));
        assertTrue(failed.reason().contains("(the queue is full)"), failed.reason());
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65, 66, 67, 68, 69, 76, 77, 78, 126, 127})
    void theseCodesAreForGood(int code) throws InterruptedException {
        assertEquals(
                new Outcome.Refused("/bin/sh ended with code " + code
                        + " (the queue is full); that code says that trying again is in vain"),
                exit(code));
    }

    @Test
    void aProgramThatIsKilledMayPass() throws InterruptedException {
        assertEquals(
                new Outcome.Failed("/bin/sh was ended by signal 9", null),
                run(Hang.LIMIT, "/bin/sh", "-c", "kill -9 $$"));
    }

    @Test
    void aProgramThatIsNotThereIsRefused() throws InterruptedException {
        assertEquals(
                new Outcome.Refused("cannot start /nowhere/x; check that it is there and may be run"),
                run(Hang.LIMIT, "/nowhere/x"));
    }

    @Test
    void aProgramThatHangsIsEndedWithAllThatItStarted() throws IOException, InterruptedException {
        Path child = folder.resolve("child");
        String script = "sleep 600 & echo $! > '" + child + "'; wait";
        assertEquals(
                new Outcome.Failed("/bin/sh did not end within 2 s", null),
                run(Duration.ofSeconds(2), "/bin/sh", "-c", script));
        long pid = Long.parseLong(Files.readString(child).strip());
        ProcessHandle.of(pid).ifPresent(left -> left.onExit().join());
        assertTrue(ProcessHandle.of(pid).map(left -> !left.isAlive()).orElse(true));
    }

    @Test
    void aProgramNeedNotReadAndMaySayALot() throws InterruptedException {
        String script = "exec 0<&-; head -c 1000000 /dev/zero; head -c 1000000 /dev/zero >&2";
        Channel channel = new CommandSettings(List.of("/bin/sh", "-c", script), CommandSettings.Input.JSON, Hang.LIMIT)
                .open(CONTEXT);
        assertEquals(new Outcome.Delivered(), channel.deliver(Messages.hostile()));
    }

    private static Outcome exit(int code) throws InterruptedException {
        return run(
                Hang.LIMIT,
                "/bin/sh",
                "-c",
                "cat > /dev/null; echo first >&2; echo 'the queue is full' >&2; exit " + code);
    }

    private static Outcome run(Duration limit, String... command) throws InterruptedException {
        return new CommandSettings(List.of(command), CommandSettings.Input.JSON, limit)
                .open(CONTEXT)
                .deliver(MESSAGE);
    }
}
