package org.ianawatch.cli.sync;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.Failures;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.config.Configuration;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.sync.DueRegistries;
import org.ianawatch.sync.Run;
import org.ianawatch.sync.StoreWriter;
import org.ianawatch.watch.Board;
import org.ianawatch.watch.CheckOutcome;
import org.ianawatch.watch.Job;
import org.jspecify.annotations.Nullable;

/** What a watch does when it is time, and what it says. The configuration can be read anew by any thread. */
public final class WatchJob implements Job {
    private static final String COMMAND = "watch";
    private static final int MEGABYTE_BITS = 20;

    private final SyncOptions options;
    private final Board board;
    private final Console console;
    private final SyncPrinter printer;
    private volatile Syncing syncing;
    private boolean hasWorked;

    /** A job after the configuration that is there now; it is refused where that cannot be used. */
    public WatchJob(SyncOptions options, Board board, Console console) throws IOException {
        this.options = options;
        this.board = board;
        this.console = console;
        this.printer = new SyncPrinter(console, options.format(), options.quiet(), false, options.debug());
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
    public synchronized void reload() {
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
        DueRegistries due = now.due();
        return run(now, writer -> check(due, writer), board::checked);
    }

    @Override
    public boolean deliver() throws InterruptedException {
        return run(syncing, writer -> {}, unused -> {});
    }

    /**
     * Does work in a run, and sends what is due, whatever came of the work.
     *
     * @param missed hears how it ended where it did not come to the work
     * @return whether what is due was tried
     */
    private boolean run(Syncing now, Run.Work<RuntimeException> work, Consumer<CheckOutcome> missed)
            throws InterruptedException {
        AtomicBoolean hasBegun = new AtomicBoolean();
        Consumer<CheckOutcome> unlessBegun = outcome -> {
            if (!hasBegun.get()) {
                missed.accept(outcome);
            }
        };
        try {
            now.run(
                    COMMAND,
                    writer -> {
                        hasBegun.set(true);
                        hasWorked = true;
                        work.with(writer);
                    },
                    printer,
                    board);
            console.out().flush();
            return true;
        } catch (StoreBusyException busy) {
            say(busy);
            unlessBegun.accept(CheckOutcome.BUSY);
        } catch (RuntimeException failed) {
            // A home that never worked was named by mistake; one that did may work again.
            if (!hasWorked) {
                throw failed;
            }
            say(failed);
            unlessBegun.accept(CheckOutcome.FAILED);
        }
        return false;
    }

    private void check(DueRegistries due, StoreWriter writer) throws InterruptedException {
        try {
            due.check(writer, result -> {
                printer.print(result);
                board.checked(CheckOutcome.of(result));
            });
        } catch (StoreBusyException busy) {
            say(busy);
            board.checked(CheckOutcome.BUSY);
        } catch (IOException | RuntimeException failed) {
            say(failed);
            board.checked(CheckOutcome.FAILED);
        } catch (OutOfMemoryError tooLarge) {
            console.say("the source has more than fits into java's memory ("
                    + (Runtime.getRuntime().maxMemory() >> MEGABYTE_BITS)
                    + " MB); --max-size refuses what is too large, IANAWATCH_JAVA_OPTIONS=-Xmx1g makes room");
            board.checked(CheckOutcome.FAILED);
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
