package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.ianawatch.made.Hang;

/** A fetcher for a test, by default with pauses of 1 ms, no retries and no proxies. */
record Download(Limits limits, Map<String, String> environment, SSLContext trust, DnsResolver resolver) {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Limits LIMITS =
            new Limits(Hang.LIMIT, Hang.LIMIT, Hang.LIMIT, 1 << 20, 0, Duration.ofMillis(1), Duration.ofMillis(2));

    static Download plain() {
        return new Download(LIMITS, Map.of(), null, SystemDefaultDnsResolver.INSTANCE);
    }

    Download by(Map<String, String> proxies) {
        return new Download(limits, proxies, trust, resolver);
    }

    Download trusting(SSLContext authority) {
        return new Download(limits, environment, authority, resolver);
    }

    /** These names alone are known. */
    Download knowing(Map<String, List<String>> addresses) {
        return resolving(new Names(addresses));
    }

    Download resolving(DnsResolver names) {
        return new Download(limits, environment, trust, names);
    }

    Download retries(int number) {
        return within(limits.connect(), limits.idle(), limits.total(), limits.maximumBytes(), number);
    }

    Download idle(Duration time) {
        return within(limits.connect(), time, limits.total(), limits.maximumBytes(), limits.retries());
    }

    Download total(Duration time) {
        return within(limits.connect(), limits.idle(), time, limits.maximumBytes(), limits.retries());
    }

    /** Every pause is of this length. */
    Download pausing(Duration time) {
        return within(new Limits(
                limits.connect(), limits.idle(), limits.total(), limits.maximumBytes(), limits.retries(), time, time));
    }

    Download connect(Duration time) {
        return within(time, limits.idle(), limits.total(), limits.maximumBytes(), limits.retries());
    }

    Download maximumBytes(long bytes) {
        return within(limits.connect(), limits.idle(), limits.total(), bytes, limits.retries());
    }

    Download within(Limits other) {
        return new Download(other, environment, trust, resolver);
    }

    private Download within(Duration connect, Duration idle, Duration total, long bytes, int retries) {
        return within(new Limits(connect, idle, total, bytes, retries, limits.firstPause(), limits.longestPause()));
    }

    Fetched fetch(URI uri, Validators known) throws SourceUnreadableException, InterruptedException {
        return fetcher().fetch(uri, known);
    }

    Fetcher fetcher() {
        return new Fetcher(client(), limits, CLOCK, new UserAgent("1.2.3", null));
    }

    Fetched.Downloaded whole(URI uri) throws SourceUnreadableException, InterruptedException {
        return assertInstanceOf(Fetched.Downloaded.class, fetch(uri, Validators.NONE));
    }

    String text(URI uri) throws SourceUnreadableException, InterruptedException {
        return new String(whole(uri).bytes(), StandardCharsets.UTF_8);
    }

    WebClient client() {
        return new WebClient(environment, trust, resolver);
    }

    /** What is said when nothing can be read. */
    String failure(URI uri) {
        return assertThrows(SourceUnreadableException.class, () -> fetch(uri, Validators.NONE))
                .getMessage();
    }

    /** How long it took is different each time. */
    static String timeless(String message) {
        return message.replaceAll("tries in \\d+ (ms|s)", "tries in TIME");
    }
}
