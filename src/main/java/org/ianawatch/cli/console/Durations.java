package org.ianawatch.cli.console;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code 500ms}, {@code 30s}, {@code 5m}, {@code 24h}, {@code 7d}. */
public final class Durations {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private Durations() {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when the text is none, with what is possible
     */
    public static Duration parse(String text) {
        Duration found = find(text);
        if (found == null) {
            throw new IllegalArgumentException("'" + text + "' is no time: write 500ms, 30s, 5m, 24h or 7d");
        }
        return found;
    }

    /** The time that the text says, or null where it says none. */
    public static @Nullable Duration find(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
