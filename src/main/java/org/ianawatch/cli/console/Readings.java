package org.ianawatch.cli.console;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ianawatch.diff.Kind;
import org.ianawatch.store.TimeSpan;

/** How values of the command line are read that no room of their own reads; what is wrong is said in one sentence. */
public final class Readings {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(B|KiB|MiB)?");

    private Readings() {}

    /** Reads a path, whether something is there or not. */
    public static Path path(String word) {
        try {
            return Path.of(word);
        } catch (InvalidPathException wrong) {
            throw new IllegalArgumentException("'" + word + "' is no path: " + wrong.getReason(), wrong);
        }
    }

    /** Reads a whole number. */
    public static int integer(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("'" + word + "' is no whole number", wrong);
        }
    }

    /** Reads the number of an entry in a list. */
    public static long number(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("'" + word + "' is no number", wrong);
        }
    }

    /** Reads a number with a decimal point or without one. */
    public static double decimal(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("'" + word + "' is no number", wrong);
        }
    }

    /** Reads the word of a kind of change. */
    public static Kind kind(String word) {
        return Kind.ofWord(word.toLowerCase(Locale.ROOT).replace("de-", "de"));
    }

    /** Reads the first moment of a date, or a time. */
    public static Instant start(String word, Instant now) {
        return TimeSpan.parse(word, now).start();
    }

    /** Reads the last moment of a date, or a time. */
    public static Instant end(String word, Instant now) {
        return TimeSpan.parse(word, now).end();
    }

    /** Reads {@code 500}, {@code 500B}, {@code 64KiB} and {@code 64MiB} as bytes. */
    public static long size(String word) {
        Matcher matcher = SIZE.matcher(word);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + word + "' is no size: write 500B, 64KiB or 64MiB");
        }
        long number = Long.parseLong(matcher.group(1));
        String unit = String.valueOf(matcher.group(2));
        return unit.equals("MiB") ? number << 20 : unit.equals("KiB") ? number << 10 : number;
    }
}
