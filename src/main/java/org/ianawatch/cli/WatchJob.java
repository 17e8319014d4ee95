package org.ianawatch.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.ianawatch.config.Configuration;
import org.ianawatch.fetch.SourceUnreadableException;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.UnusableStoreException;
import org.ianawatch.store.WriterLock;
import org.ianawatch.sync.SyncJob;
import org.ianawatch.sync.SyncResult;
import org.ianawatch.watch.Board;
import org.ianawatch.watch.CheckOutcome;
import org.ianawatch.watch.Job;
import org.jspecify.annotations.Nullable;

/** What a watch does when it is time, and what it says. The configuration can be read anew by any thread. */
final class WatchJob implements Job {
    private static final String COMMAND = "watch";
    private static final int MEGABYTE_BITS = 20;

    private final SyncOptions options;
    private final Board board;
    private final Console console;
    private final SyncPrinter printer;
    private volatile Syncing syncing;
    private boolean hasWorked;

    /** A job after the configuration that is there now; it is refused where that cannot be used. */
    WatchJob(SyncOptions options, Board board, Console console) throws IOException {
        this.options = options;
        this.board = board;
        this.console = console;
        this.printer = new SyncPrinter(console, options.format(), options.quiet(), false);
        this.syncing = read();
        board.configured(channels(syncing));
    }

    private Syncing read() throws IOException {
        Syncing read = Syncing.of(options, false, console);
        if (read.source().url() == null && read.source().name().equals("-")) {
            throw new UsageException("standard input can be read once, and watch reads its source again and again;"
                    + " name an address or a file with --source");
        }
        return read;
    }

    private static Set<String> channels(Syncing syncing) {
        Configuration configuration = syncing.configuration();
        return configuration == null ? Set.of() : configuration.channels().keySet();
    }

    /** Reads the configuration again; one that cannot be used changes nothing. */
    synchronized void reload() {
        try {
            syncing = read();
            board.configured(channels(syncing));
            Configuration configuration = syncing.configuration();
            console.say("the configuration was read again, and is in force from the next check on: "
                    + (configuration == null
                            ? "there is no file, so the defaults"
                            : configuration.file() + " ("
                                    + count(configuration.rules().size(), "rule") + ", "
                                    + count(configuration.channels().size(), "channel") + ")"));
        } catch (IOException | RuntimeException refused) {
            board.misconfigured();
            Failures.say(refused, options.debug(), console);
            console.say("the configuration that was read before stays in force");
        }
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    @Override
    public boolean check() throws InterruptedException {
        Syncing now = syncing;
        SyncJob job = now.job();
        try (WriterLock lock = now.lock(COMMAND)) {
            hasWorked = true;
            board.checked(outcome(job, lock));
            return send(now, lock);
        } catch (StoreBusyException busy) {
            say(busy);
            board.checked(CheckOutcome.BUSY);
        } catch (UnusableStoreException unusable) {
            // A home that never worked was named by mistake; one that did may work again.
            if (!hasWorked) {
                throw unusable;
            }
            say(unusable);
            board.checked(CheckOutcome.FAILED);
        }
        return false;
    }

    private CheckOutcome outcome(SyncJob job, WriterLock lock) throws InterruptedException {
        try {
            SyncResult result = job.run(lock);
            printer.print(result);
            console.out().flush();
            return CheckOutcome.of(result);
        } catch (SourceUnreadableException unreadable) {
            say(unreadable);
            return CheckOutcome.UNREADABLE;
        } catch (StoreBusyException busy) {
            say(busy);
            return CheckOutcome.BUSY;
        } catch (IOException | RuntimeException failed) {
            say(failed);
            return CheckOutcome.FAILED;
        } catch (OutOfMemoryError tooLarge) {
            console.say("the source has more than fits into java's memory ("
                    + (Runtime.getRuntime().maxMemory() >> MEGABYTE_BITS)
                    + " MB); --max-size refuses what is too large, IANAWATCH_JAVA_OPTIONS=-Xmx1g makes room");
            return CheckOutcome.FAILED;
        }
    }

    @Override
    public boolean deliver() throws InterruptedException {
        Syncing now = syncing;
        try (WriterLock lock = now.lock(COMMAND)) {
            hasWorked = true;
            return send(now, lock);
        } catch (StoreBusyException | UnusableStoreException failed) {
            say(failed);
            return false;
        }
    }

    private boolean send(Syncing now, WriterLock lock) throws InterruptedException {
        try {
            ToldChannels told = new ToldChannels(board);
            now.send(lock, told);
            printer.told(told);
            console.out().flush();
            return true;
        } catch (StoreBusyException | RuntimeException failed) {
            say(failed);
            return false;
        }
    }

    @Override
    public void unread(Exception failure) {
        say(failure);
    }

    @Override
    public void waits(Instant check, @Nullable Instant delivery) {
        if (options.quiet()) {
            return;
        }
        String first = hasWorked ? "" : "the last check is recent; ";
        String also =
                delivery == null || !delivery.isBefore(check) ? "" : ", a delivery is tried at " + shown(delivery);
        console.say(shown(console.clock().instant()) + ": " + first + "the next check is at " + shown(check) + also);
    }

    private static Instant shown(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private void say(Exception failure) {
        Failures.say(failure, options.debug(), console);
    }
}
