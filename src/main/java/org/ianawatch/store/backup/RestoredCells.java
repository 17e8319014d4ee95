package org.ianawatch.store.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.ianawatch.store.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a row of a backup, each read as what it must be. What is something else is refused with an {@link
 * IllegalArgumentException}, which names the column, the value and what is possible.
 *
 * @param cells by the names of their columns in lower case, as H2 writes them; null for SQL's null
 */
record RestoredCells(Map<String, @Nullable String> cells) {
    private static final int SHOWN_CHARACTERS = 60;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern CONTROL_CHARACTER = Pattern.compile(OneLine.CONTROL_CHARACTER);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** {@code 2026-11-01 06:00:00.5+00}, as H2 writes it, and {@code 2026-11-01T06:00:00.5Z}. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 4, SignStyle.NOT_NEGATIVE)
            .appendPattern("-MM-dd['T'][' ']HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[XXX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** A cell that must not be null. */
    String text(String column) {
        String value = cells.get(column);
        if (value == null) {
            throw new IllegalArgumentException("it has no " + column);
        }
        return value;
    }

    boolean isNull(String column) {
        return cells.get(column) == null;
    }

    /** Text without control characters. */
    String line(String column) {
        String value = text(column);
        if (CONTROL_CHARACTER.matcher(value).find()) {
            throw wrong(column, "has control characters");
        }
        return value;
    }

    /** Sentences, perhaps those of a server. */
    void sentences(String column) {
        if (text(column).indexOf('\0') >= 0) {
            throw wrong(column, "has a NUL character (U+0000), which no text has");
        }
    }

    void sentencesOrNull(String column) {
        if (!isNull(column)) {
            sentences(column);
        }
    }

    /** One of some words. */
    String word(String column, Collection<String> words) {
        String value = text(column);
        if (!words.contains(value)) {
            throw wrong(column, "is none of " + String.join(", ", words));
        }
        return value;
    }

    /** A whole number between two, both inclusive. */
    long number(String column, long low, long high) {
        String value = text(column);
        if (NUMBER.matcher(value).matches()) {
            long number = Long.parseLong(value);
            if (low <= number && number <= high) {
                return number;
            }
        }
        throw wrong(column, "is no whole number from " + low + " to " + high);
    }

    void sha256(String column) {
        if (!SHA256.matcher(text(column)).matches()) {
            throw wrong(column, "is no SHA-256 in 64 digits, 0 to 9 and a to f");
        }
    }

    /** A time of the years 1 to 9999, which all that reads the store can write again. */
    Instant time(String column) {
        String value = text(column);
        try {
            OffsetDateTime time = OffsetDateTime.parse(value, TIME).withOffsetSameInstant(ZoneOffset.UTC);
            if (1 <= time.getYear() && time.getYear() <= 9999) {
                return time.toInstant();
            }
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(wrong(column, noTime()).getMessage(), unreadable);
        }
        throw wrong(column, noTime());
    }

    private static String noTime() {
        return "is no time of the years 1 to 9999, such as 2026-11-01 06:00:00+00";
    }

    /** What is wrong with a cell. */
    IllegalArgumentException wrong(String column, String what) {
        String value = OneLine.of(String.valueOf(cells.get(column)));
        String shown = value.length() > SHOWN_CHARACTERS ? value.substring(0, SHOWN_CHARACTERS) + "..." : value;
        return new IllegalArgumentException(column + " is '" + shown + "', which " + what);
    }
}
