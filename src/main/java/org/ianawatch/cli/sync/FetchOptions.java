package org.ianawatch.cli.sync;

import java.time.Duration;
import java.util.List;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.OptionGroup;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.Durations;
import org.ianawatch.cli.console.Readings;
import org.ianawatch.fetch.Fetcher;
import org.ianawatch.fetch.Limits;
import org.ianawatch.fetch.UserAgent;
import org.ianawatch.fetch.WebClient;
import org.jspecify.annotations.Nullable;

/** The options that set how far a download may go. */
final class FetchOptions {
    static final Option<Duration> CONNECT = Option.of(
                    "--connect-timeout",
                    "TIME",
                    Durations::parse,
                    "Give up a connection after this time; 10s unless set.")
            .unlessSet("10s");
    static final Option<Duration> IDLE = Option.of(
                    "--idle-timeout",
                    "TIME",
                    Durations::parse,
                    "Give up when no byte comes for this time; 30s unless set.")
            .unlessSet("30s");
    static final Option<Duration> TOTAL = Option.of(
                    "--timeout",
                    "TIME",
                    Durations::parse,
                    "Give up after this time in all, retries included; 5m unless set.")
            .unlessSet("5m");
    static final Option<Long> MAXIMUM_BYTES = Option.of(
                    "--max-size", "SIZE", Readings::size, "Refuse more than this; 64MiB unless set.")
            .unlessSet("64MiB");
    static final Option<Integer> RETRIES = Option.of(
                    "--retries", "NUMBER", Readings::integer, "Try again so many times; 4 unless set.")
            .unlessSet("4");
    static final Option<String> CONTACT = Option.of(
            "--contact",
            "ADDRESS",
            FetchOptions::contact,
            "Tell the server whom to ask about this program's requests.");
    static final OptionGroup GROUP =
            new OptionGroup("The download", List.of(CONNECT, IDLE, TOTAL, MAXIMUM_BYTES, RETRIES, CONTACT));

    private final Duration connect;
    private final Duration idle;
    private final Duration total;
    private final long maximumBytes;
    private final int retries;
    private final @Nullable String contact;

    FetchOptions(Values values) {
        this.connect = values.get(CONNECT);
        this.idle = values.get(IDLE);
        this.total = values.get(TOTAL);
        this.maximumBytes = values.get(MAXIMUM_BYTES);
        this.retries = values.get(RETRIES);
        this.contact = values.find(CONTACT);
    }

    /** What downloads. */
    Fetcher fetcher(WebClient client, Console console, UserAgent userAgent) {
        Limits limits = new Limits(
                connect,
                idle,
                total,
                maximumBytes,
                retries,
                Limits.DEFAULT.firstPause(),
                Limits.DEFAULT.longestPause());
        return new Fetcher(client, limits, console.clock(), userAgent);
    }

    private static String contact(String text) {
        UserAgent.checkContact(text);
        return text;
    }

    /** Whom a server is to ask; null where the option names nobody. */
    @Nullable
    String contact() {
        return contact;
    }
}
