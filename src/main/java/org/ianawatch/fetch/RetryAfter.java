package org.ianawatch.fetch;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a server wants to be asked again (RFC 9110, section 10.2.3). */
final class RetryAfter {
    /** Who hands something over does not believe a server that wants more. */
    static final Duration LONGEST = Duration.ofDays(1);

    /** Up to thirty years. Some servers write fractions of a second, which the RFC does not know. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private RetryAfter() {}

    /**
     * The time from now until then, not below zero, or null when the server says nothing that can be understood.
     *
     * @param header the value of {@code Retry-After}, or null
     */
    static @Nullable Duration in(@Nullable String header, Clock clock) {
        String value = value(header);
        if (SECONDS.matcher(value).matches()) {
            return Duration.ofMillis((long) Math.ceil(Double.parseDouble(value) * 1000));
        }
        try {
            Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
            Duration pause = Duration.between(clock.instant(), then);
            return pause.isNegative() ? Duration.ZERO : pause;
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    /** The same, and {@link #LONGEST} where the server wants more. */
    static @Nullable Duration atMostADay(@Nullable String header, Clock clock) {
        Duration pause = in(header, clock);
        if (pause == null) {
            return DIGITS.matcher(value(header)).matches() ? LONGEST : null;
        }
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    private static String value(@Nullable String header) {
        return header == null ? "" : header.strip();
    }
}
