package org.ianawatch.cli;

import java.time.Duration;
import org.ianawatch.fetch.Fetcher;
import org.ianawatch.fetch.Limits;
import org.ianawatch.fetch.UserAgent;
import org.ianawatch.fetch.WebClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that set how far a download may go. */
final class FetchOptions {
    @Option(
            names = "--connect-timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = DurationConverter.class,
            description = "Give up a connection after this time; ${DEFAULT-VALUE} unless set.")
    private Duration connect = Limits.DEFAULT.connect();

    @Option(
            names = "--idle-timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = DurationConverter.class,
            description = "Give up when no byte comes for this time; ${DEFAULT-VALUE} unless set.")
    private Duration idle = Limits.DEFAULT.idle();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "5m",
            converter = DurationConverter.class,
            description = "Give up after this time in all, retries included; ${DEFAULT-VALUE} unless set.")
    private Duration total = Limits.DEFAULT.total();

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            defaultValue = "64MiB",
            converter = Converters.Sizes.class,
            description = "Refuse more than this; ${DEFAULT-VALUE} unless set.")
    private long maximumBytes = Limits.DEFAULT.maximumBytes();

    @Option(
            names = "--retries",
            paramLabel = "NUMBER",
            defaultValue = "4",
            description = "Try again so many times; ${DEFAULT-VALUE} unless set.")
    private int retries;

    @Option(
            names = "--contact",
            paramLabel = "ADDRESS",
            description = "Tell the server whom to ask about this program's requests.")
    private @Nullable String contact;

    /**
     * What downloads.
     *
     * @param standardContact the contact where the option names none, or null
     */
    Fetcher fetcher(WebClient client, Console console, @Nullable String standardContact) {
        Limits limits = new Limits(
                connect,
                idle,
                total,
                maximumBytes,
                retries,
                Limits.DEFAULT.firstPause(),
                Limits.DEFAULT.longestPause());
        return new Fetcher(client, limits, console.clock(), userAgent(standardContact));
    }

    /**
     * How the program introduces itself.
     *
     * @param standardContact the contact where the option names none, or null
     */
    UserAgent userAgent(@Nullable String standardContact) {
        return new UserAgent(RootCommand.Version.number(), contact == null ? standardContact : contact);
    }
}
