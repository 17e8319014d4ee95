package org.ianawatch.cli.alerts;

import java.time.Duration;
import java.util.Locale;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.Manners;
import org.ianawatch.fetch.RequestListener;
import org.ianawatch.report.TerminalText;

/**
 * Says how requests go: each of them with {@code --verbose}; else at a terminal the pauses before another try, and how far a
 * download is that takes long.
 */
public final class RequestPrinter implements RequestListener {
    private static final Duration LONG = Duration.ofSeconds(2);
    private static final double BYTES_OF_A_MEGABYTE = 1e6;
    private static final String WIPE = "\r\u001b[K";

    private final Console console;
    private final long longNanoseconds;
    private final boolean showsProgress;
    private long startNanoseconds;
    private long shownNanoseconds;
    private String failure = "";
    private boolean hasLine;

    /** A listener of one command at a time. */
    public static RequestListener of(Console console) {
        Manners manners = console.manners();
        boolean showsProgress = console.errorIsTerminal() && !manners.isQuiet();
        return manners.isVerbose() || showsProgress ? new RequestPrinter(console, LONG) : RequestListener.NONE;
    }

    /**
     * A printer.
     *
     * @param isLong how long a download goes on in silence
     */
    public RequestPrinter(Console console, Duration isLong) {
        this.console = console;
        this.longNanoseconds = isLong.toNanos();
        this.showsProgress = console.errorIsTerminal() && !console.manners().isQuiet();
    }

    @Override
    public synchronized void asks(String method, String address, String condition) {
        startNanoseconds = System.nanoTime();
        shownNanoseconds = startNanoseconds;
        verbose(method + " " + address + (condition.isEmpty() ? "" : ", unless it is still " + condition));
    }

    @Override
    public synchronized void receives(String address, long bytes, long expectedBytes) {
        long now = System.nanoTime();
        if (showsProgress
                && now - startNanoseconds >= longNanoseconds
                && now - shownNanoseconds >= longNanoseconds / 4) {
            shownNanoseconds = now;
            String all = expectedBytes < 0 ? "" : " of " + megabytes(expectedBytes);
            String line = "ianawatch: " + megabytes(bytes) + all + " MB from " + TerminalText.safe(address);
            console.error().print(WIPE + TerminalText.cut(line, console.columns() - 1));
            console.error().flush();
            hasLine = true;
        }
    }

    @Override
    public synchronized void answered(String address, int status, long bytes) {
        failure = "the server answered " + status;
        verbose(status + " from " + address + ", " + bytes + (bytes == 1 ? " byte" : " bytes") + " in "
                + seconds(System.nanoTime() - startNanoseconds) + " s");
        wipe();
    }

    @Override
    public synchronized void failed(String address, String cause) {
        failure = cause;
        verbose("no answer from " + address + ": " + cause);
        wipe();
    }

    @Override
    public synchronized void pauses(Duration pause) {
        if (console.manners().isVerbose()) {
            verbose("trying again in " + seconds(pause.toNanos()) + " s");
        } else if (showsProgress) {
            console.say(TerminalText.safe(failure) + "; trying again in " + seconds(pause.toNanos()) + " s");
        }
    }

    private void verbose(String sentence) {
        if (console.manners().isVerbose()) {
            wipe();
            console.say(TerminalText.safe(sentence));
        }
    }

    private void wipe() {
        if (hasLine) {
            console.error().print(WIPE);
            console.error().flush();
            hasLine = false;
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / BYTES_OF_A_MEGABYTE);
    }

    private static String seconds(long nanoseconds) {
        return String.format(Locale.ROOT, "%.1f", nanoseconds / 1e9);
    }
}
