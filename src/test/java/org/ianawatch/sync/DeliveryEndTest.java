package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.MessageJson;
import org.ianawatch.alert.Outcome;
import org.ianawatch.alert.channel.CommandSettings;
import org.ianawatch.made.Hang;
import org.ianawatch.made.MovableClock;
import org.ianawatch.receivers.Receiver;
import org.ianawatch.store.OutgoingMessage;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.StoppableThread;
import org.ianawatch.store.home.WaitListener;
import org.ianawatch.store.home.WriterLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of deliveries whose job is told to end in the middle of them. */
class DeliveryEndTest {
    private final MovableClock clock = new MovableClock(MadeHome.start());
    private final CountDownLatch accepted = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);

    @TempDir
    private Path folder;

    private MadeHome home;

    @BeforeEach
    void make() throws Exception {
        home = MadeHome.withStore(folder.resolve("home"), clock);
    }

    /** The program writes its process id into a pipe, and then reads one that nobody writes into. */
    @Test
    void whatWasAcceptedIsRecordedAndWhatHangsStaysPendingAndLeavesNoProgramBehind() throws Exception {
        add("quick", "slow", "broken");
        Path started = pipe("started");
        pipe("never");

        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        StoppableThread thread = new StoppableThread(() -> ended.complete(isEndedByInterruption()), "test");
        thread.start();
        accepted.await();
        ProcessHandle program = ProcessHandle.of(
                        Long.parseLong(Files.readString(started).strip()))
                .orElseThrow();
        thread.tell(() -> {});

        assertEquals(true, ended.get());
        program.onExit().get();
        assertFalse(program.isAlive());
        assertEquals(
                List.of("quick,delivered,1", "slow,pending,0", "broken,pending,0"),
                home.query("SELECT channel, state, tries FROM delivery ORDER BY id"));
    }

    private boolean isEndedByInterruption() {
        Sender sender = new DeliveryJob(this::channel, clock, OperatorAlerts.NONE, DeliveryListener.NONE);
        try {
            new Run(home.home(), Hang.LIMIT, clock, WaitListener.NONE, sender).of("test", writer -> {});
            return false;
        } catch (InterruptedException ended) {
            return true;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** One that accepts at once, a program that does not end, and one that fails because it is interrupted. */
    private Optional<Channel> channel(String name) {
        return Optional.of(
                switch (name) {
                    case "quick" ->
                        message -> {
                            accepted.countDown();
                            return new Outcome.Delivered();
                        };
                    case "slow" ->
                        new CommandSettings(
                                        List.of(
                                                "sh",
                                                "-c",
                                                "cd \"$1\" && echo $$ >started; read x <never",
                                                "sh",
                                                folder.toString()),
                                        CommandSettings.Input.JSON,
                                        Hang.LIMIT)
                                .open(Receiver.context(Clock.systemUTC()));
                    default ->
                        message -> {
                            try {
                                never.await();
                            } catch (InterruptedException ended) {
                                return new Outcome.Refused("it was interrupted");
                            }
                            return new Outcome.Delivered();
                        };
                });
    }

    private Path pipe(String name) throws Exception {
        Path pipe = folder.resolve(name);
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        return pipe;
    }

    private void add(String... channels) throws Exception {
        Message message = new Message(
                "m1",
                clock.instant(),
                Message.Kind.SUMMARY,
                "registry",
                List.of("rule"),
                "t",
                "subject",
                "lead",
                List.of());
        OutgoingMessage outgoing = new OutgoingMessage(
                "m1", clock.instant(), "summary", "rule", "subject", MessageJson.write(message), List.of(channels));
        try (WriterLock lock = WriterLock.acquire(home.home(), "test", clock.instant(), Duration.ZERO);
                WritableStore store = WritableStore.open(lock, home.home(), Duration.ZERO)) {
            store.commit(() -> store.outbox().add(outgoing, clock.instant()));
        }
    }
}
