package org.ianawatch.registry;

import java.util.List;
import java.util.regex.Pattern;
import org.ianawatch.registry.Column.Content;

/** What the cells of a column hold, as its title says or, of people and documents in brackets, the cells themselves. */
final class ColumnContent {
    private static final Pattern REFERENCE = ofAnyCase("\\breferences?\\b(?! (?:name|description|to)\\b)"
            + "|^(rfcs?|xref|refs?|spec|specification|defining documents?|document)$");
    private static final Pattern DOCUMENT = ofAnyCase("\\[(RFC|BCP|STD|draft-)");
    private static final Pattern DATE = ofAnyCase("\\b(date|dates|updated|reviewed|modified)\\b");
    private static final Pattern PROSE =
            ofAnyCase("\\b(description|meaning|notes?|comments?|semantics|definition|usage)\\b");

    private ColumnContent() {}

    private static Pattern ofAnyCase(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /**
     * What a column holds.
     *
     * @param filled its cells that are not empty, squeezed
     */
    static Content of(String title, List<String> filled) {
        if (REFERENCE.matcher(title).find()) {
            return Content.REFERENCE;
        }
        if (DATE.matcher(title).find()) {
            return Content.DATE;
        }
        long bracketed = filled.stream().filter(cell -> cell.startsWith("[")).count();
        if (!filled.isEmpty() && 10 * bracketed >= 8L * filled.size()) {
            long documents = filled.stream()
                    .filter(cell -> DOCUMENT.matcher(cell).find())
                    .count();
            return 2 * documents >= filled.size() ? Content.REFERENCE : Content.PEOPLE;
        }
        return PROSE.matcher(title).find() ? Content.PROSE : Content.PLAIN;
    }
}
