package org.ianawatch.alert.channel;

import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;

/** What is longer than a channel takes. */
final class Cut {
    private Cut() {}

    /**
     * The text, or as much of its beginning as fits together with a note of how much is left out.
     *
     * @param limit the largest size, inclusive; room for the note alone is needed
     * @param size what the channel counts, growing with the text: characters, bytes, or either of them once it is escaped
     */
    static String to(int limit, String text, ToIntFunction<String> size) {
        if (size.applyAsInt(text) <= limit) {
            return text;
        }
        return beginning(text, most(text.length(), length -> size.applyAsInt(beginning(text, length)) <= limit));
    }

    /** As {@link #to(int, String, ToIntFunction)}, in characters as Java counts them. */
    static String to(int limit, String text) {
        return to(limit, text, String::length);
    }

    /**
     * The largest number below a bound that fits, or 0 where none does.
     *
     * @param bound is known not to fit
     * @param fits when a number fits, so do all below it
     */
    static int most(int bound, IntPredicate fits) {
        int fitting = 0;
        int tooMany = bound;
        while (fitting + 1 < tooMany) {
            int middle = (fitting + tooMany) >>> 1;
            if (fits.test(middle)) {
                fitting = middle;
            } else {
                tooMany = middle;
            }
        }
        return fitting;
    }

    /** What is left out: {@code 1 change is left out}, {@code 1,234 changes are left out}. */
    static String leftOut(int count, String noun) {
        return String.format(Locale.ROOT, "%,d %s left out", count, count == 1 ? noun + " is" : noun + "s are");
    }

    private static String beginning(String text, int length) {
        boolean splitsPair = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        int end = splitsPair ? length - 1 : length;
        return text.substring(0, end) + String.format(Locale.ROOT, "… (%,d more characters)", text.length() - end);
    }
}
