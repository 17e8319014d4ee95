package org.ianawatch.fetch;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What a server says in {@code Retry-After} (RFC 9110, section 10.2.3). */
final class RetryAfter {
    /** A server that says more is not believed. */
    static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** The time to wait, from zero to {@link #LONGEST}, or null where the server says nothing that can be read. */
    static @Nullable Duration of(HttpHeaders headers, Clock clock) {
        Duration asked = headers.firstValue("Retry-After")
                .map(text -> parse(text.strip(), clock))
                .orElse(null);
        if (asked == null) {
            return null;
        }
        return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private static @Nullable Duration parse(String text, Clock clock) {
        // Some servers write fractions of a second, which the RFC does not know.
        if (text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            return Duration.ofMillis((long) Math.ceil(Double.parseDouble(text) * 1000));
        }
        if (text.matches("[0-9]+")) {
            return LONGEST;
        }
        try {
            return Duration.between(clock.instant(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
