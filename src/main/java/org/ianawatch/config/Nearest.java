package org.ianawatch.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.ianawatch.report.EditDistance;

/** Guesses what a person meant who wrote a word that is none. */
public final class Nearest {
    private static final int FARTHEST = 3;

    private Nearest() {}

    /** The words that there are, with the likeliest or, where none is likely, all of them: the end of a sentence. */
    public static String hint(String word, Collection<String> words) {
        return of(word, words)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElseGet(() -> words.isEmpty() ? "" : "; there are " + String.join(", ", words));
    }

    /** The word that is the fewest slips of the pen away, the first of equals, if it is near at all. */
    public static Optional<String> of(String word, Collection<String> words) {
        int fewest = Math.max(1, Math.min(FARTHEST, word.length() / 2)) + 1;
        String nearest = null;
        for (String candidate : words) {
            int slips = EditDistance.of(plain(word), plain(candidate));
            if (slips < fewest) {
                fewest = slips;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
