package org.ianawatch.answer;

import java.util.List;
import java.util.Locale;
import java.util.Set;
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
     * @param lowerCase the twelve values in lower case
     * @return null where it does not
     */
    @Nullable
    Match match(String[] lowerCase, Set<SearchField> fields) {
        Match best = fields.contains(SearchField.NAME) ? name(lowerCase) : null;
        if (best != null || glob != null) {
            return best;
        }
        for (SearchField field : fields) {
            Match match = within(lowerCase[field.index()], field);
            best = match == null ? best : best == null ? match : best.better(match);
        }
        return best;
    }

    private @Nullable Match name(String[] lowerCase) {
        String name = lowerCase[SearchField.NAME.index()];
        if (name.equals(text)) {
            return Match.NAME;
        }
        List<String> aliased = Aliases.of(lowerCase[SearchField.NOTE.index()]);
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

    private @Nullable Match within(String value, SearchField field) {
        int found = value.indexOf(text);
        if (found < 0) {
            return null;
        }
        for (int start = found; start >= 0; start = value.indexOf(text, start + 1)) {
            if (isEdge(value, start - 1) && isEdge(value, start + text.length())) {
                return field.isProminent() ? Match.WORDS : Match.OTHER_WORDS;
            }
        }
        return Match.PART;
    }

    private static boolean isEdge(String value, int index) {
        return index < 0 || index >= value.length() || !Character.isLetterOrDigit(value.charAt(index));
    }
}
