package org.ianawatch.cli.sync;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.store.home.StoppableThread;
import org.jline.utils.Signals;

/** Runs a work that has no end of its own until SIGTERM or SIGINT ends it. */
final class Foreground {
    /** A work that ends by an interruption. */
    @FunctionalInterface
    interface Endless {
        void run() throws InterruptedException;
    }

    /** What does not end within this time is left behind: nothing that is cut off there is ever half-written. */
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private static final List<String> ENDING = List.of("TERM", "INT");

    private final Console console;
    private final boolean quiet;
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    Foreground(Console console, boolean quiet) {
        this.console = console;
        this.quiet = quiet;
    }

    /**
     * Runs it.
     *
     * @param onHangup what SIGHUP has done, on a thread of its own
     */
    void run(String name, Endless work, Runnable onHangup) throws InterruptedException {
        StoppableThread thread = new StoppableThread(() -> run(work), name);
        for (String signal : ENDING) {
            take(signal, () -> end(signal, thread));
        }
        take("HUP", onHangup);
        thread.start();
        try {
            end.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static void take(String signal, Runnable handler) {
        if (Signals.register(signal, handler) == null) {
            throw new UsageException("java does not pass SIG" + signal
                    + " on, which this command needs; take -Xrs out of IANAWATCH_JAVA_OPTIONS");
        }
    }

    private void run(Endless work) {
        try {
            work.run();
            end.complete(null);
        } catch (InterruptedException told) {
            end.complete(null);
        } catch (RuntimeException | Error failed) {
            end.completeExceptionally(failed);
        }
    }

    private void end(String signal, StoppableThread thread) {
        // The same signal once more ends the process as if nobody minded it.
        ENDING.forEach(Signals::registerDefault);
        end.completeOnTimeout(null, LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
        thread.tell(() -> {
            if (!quiet) {
                console.say("ending, on SIG" + signal);
            }
        });
    }
}
