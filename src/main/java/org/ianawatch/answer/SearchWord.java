package org.ianawatch.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ianawatch.diff.Glob;
import org.jspecify.annotations.Nullable;

/** One word of a search, or a glob. Case does not matter. */
final class SearchWord {
    private final String text;
    private final @Nullable Glob glob;

    SearchWord(String text) {
        this.text = text.toLowerCase(Locale.ROOT);
        this.glob = isGlob(text) ? new Glob(text) : null;
    }

    static boolean isGlob(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** The longest part of it between what a glob leaves open, folded. */
    String part() {
        String longest = "";
        int begin = 0;
        for (int index = 0; index <= text.length(); index++) {
            if (index == text.length() || text.charAt(index) == '*' || text.charAt(index) == '?') {
                longest = index - begin > longest.length() ? text.substring(begin, index) : longest;
                begin = index + 1;
            }
        }
        return Folding.of(longest);
    }

    /**
     * How well the word fits.
     *
     * @param lowerCase the values of a row in lower case
     * @param wanted the columns in which it looks
     * @return null where it does not
     */
    @Nullable
    Match match(String[] lowerCase, SearchColumns columns, List<Integer> wanted) {
        Match best = wanted.contains(columns.name()) ? name(lowerCase, columns) : null;
        if (best != null || glob != null) {
            return best;
        }
        for (int column : wanted) {
            Match match = within(lowerCase[column], columns.labels().contains(column));
            best = match == null ? best : best == null ? match : best.better(match);
        }
        return best;
    }

    private @Nullable Match name(String[] lowerCase, SearchColumns columns) {
        String name = lowerCase[columns.name()];
        if (name.equals(text)) {
            return Match.NAME;
        }
        List<String> aliased = new ArrayList<>();
        for (int column : columns.remarks()) {
            aliased.addAll(Aliases.of(lowerCase[column]));
        }
        if (aliased.contains(text)) {
            return Match.ALIAS;
        }
        if (glob != null) {
            boolean fits =
                    (glob.matches(name) && !name.isEmpty()) || aliased.stream().anyMatch(glob::matches);
            return fits ? Match.GLOB : null;
        }
        return name.startsWith(text) || aliased.stream().anyMatch(alias -> alias.startsWith(text))
                ? Match.PREFIX
                : null;
    }

    private @Nullable Match within(String value, boolean isLabel) {
        int found = value.indexOf(text);
        if (found < 0) {
            return null;
        }
        for (int start = found; start >= 0; start = value.indexOf(text, start + 1)) {
            if (isEdge(value, start - 1) && isEdge(value, start + text.length())) {
                return isLabel ? Match.WORDS : Match.OTHER_WORDS;
            }
        }
        return Match.PART;
    }

    private static boolean isEdge(String value, int index) {
        return index < 0 || index >= value.length() || !Character.isLetterOrDigit(value.charAt(index));
    }
}
