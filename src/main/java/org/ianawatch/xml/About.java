package org.ianawatch.xml;

import java.util.List;

/**
 * What is said of a group or a registry beside its rows. A text is empty, and a list too, where nothing is said.
 *
 * @param title in the words of IANA's page
 * @param created a date, as it is written; its day may be missing
 * @param updated the same of the last change
 * @param categories under which IANA's list of groups has it
 * @param rules how a value is registered (RFC 8126, section 4)
 * @param ranges the same for parts of the values
 * @param references to the documents that define it
 * @param experts whom IANA asks
 * @param descriptions what it is for
 * @param notes in the file's order
 * @param footnotes which cells refer to, each with its anchor for a heading
 * @param files that stand in the place of rows, as IANA names them
 */
public record About(
        String title,
        String created,
        String updated,
        List<String> categories,
        List<String> rules,
        List<Range> ranges,
        List<Reference> references,
        List<String> experts,
        List<String> descriptions,
        List<Note> notes,
        List<Note> footnotes,
        List<String> files) {
    /** Takes copies. */
    public About {
        categories = List.copyOf(categories);
        rules = List.copyOf(rules);
        ranges = List.copyOf(ranges);
        references = List.copyOf(references);
        experts = List.copyOf(experts);
        descriptions = List.copyOf(descriptions);
        notes = List.copyOf(notes);
        footnotes = List.copyOf(footnotes);
        files = List.copyOf(files);
    }
}
