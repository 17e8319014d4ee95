package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ianawatch.registry.Cells;
import org.ianawatch.registry.Column.Content;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of its own standing.
 *
 * @param temporary the dates of its early allocation (RFC 7120), or null where it is none
 * @param expires when this ends, or null
 * @param isDeprecated whether it is assigned, and called deprecated or the like
 * @param references what stands in brackets in its references
 */
record Standing(
        @Nullable List<String> temporary, @Nullable String expires, boolean isDeprecated, List<String> references) {
    private static final Pattern TEMPORARY = ofAnyCase("TEMPORARY[^\\p{L}\\p{N}_]+registered \\d{4}-\\d\\d-\\d\\d");
    private static final Pattern EXPIRES = ofAnyCase("\\bexp?r?ires (\\d{4}-\\d\\d-\\d\\d)");
    private static final Pattern DEPRECATED = ofAnyCase("(?:^[^\\p{L}\\p{N}_]*|[(\\[,;:]\\s*|\\s[-\u2013]\\s+)"
            + "(deprecated|obsoleted?|historic|withdrawn|discouraged)\\b");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern REFERENCE = Pattern.compile("\\[([^\\[\\]]+)\\]");

    private static Pattern ofAnyCase(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    static Standing of(Entry row) {
        List<String> temporary = null;
        String expires = null;
        boolean isDeprecated = false;
        List<String> references = new ArrayList<>();
        for (int column = 0; column < row.values().size(); column++) {
            Content content = row.roles().columns().get(column).content();
            String cell = Cells.squeezed(row.values().get(column));
            if (content == Content.REFERENCE) {
                references.addAll(all(REFERENCE, 1, cell));
            } else if (content == Content.PLAIN || content == Content.PROSE) {
                Matcher begin = TEMPORARY.matcher(cell);
                if (temporary == null && begin.find()) {
                    temporary = all(DATE, 0, cell.substring(begin.start()));
                }
                Matcher end = EXPIRES.matcher(cell);
                expires = expires == null && end.find() ? end.group(1) : expires;
                isDeprecated |= DEPRECATED.matcher(cell).find();
            }
        }
        return new Standing(temporary, expires, isDeprecated && row.status() == Status.ASSIGNED, references);
    }

    private static List<String> all(Pattern pattern, int group, String text) {
        return pattern.matcher(text).results().map(found -> found.group(group)).toList();
    }

    boolean isTemporary() {
        return temporary != null;
    }
}
