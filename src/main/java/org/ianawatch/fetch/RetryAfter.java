package org.ianawatch.fetch;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** When a server wants to be asked again (RFC 9110, section 10.2.3). */
final class RetryAfter {
    /** Thirty years; more digits are no earnest wish. */
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** The time from now until then, not below zero, or null when the server says nothing that can be understood. */
    static @Nullable Duration in(HttpHeaders headers, Clock clock) {
        String value = headers.firstValue("Retry-After").orElse("").strip();
        if (isSeconds(value)) {
            return Duration.ofSeconds(Integer.parseInt(value));
        }
        try {
            Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
            Duration pause = Duration.between(clock.instant(), then);
            return pause.isNegative() ? Duration.ZERO : pause;
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    private static boolean isSeconds(String value) {
        return !value.isEmpty()
                && value.length() <= MOST_DIGITS
                && value.chars().allMatch(character -> character >= '0' && character <= '9');
    }
}
