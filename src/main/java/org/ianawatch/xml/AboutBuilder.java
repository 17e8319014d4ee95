package org.ianawatch.xml;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is said of a group or a registry. */
final class AboutBuilder {
    private String title = "";
    private String created = "";
    private String updated = "";
    private final List<String> categories = new ArrayList<>();
    private final List<String> rules = new ArrayList<>();
    private final List<Range> ranges = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<String> experts = new ArrayList<>();
    private final List<String> descriptions = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Note> footnotes = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    /** Takes the element at whose begin the markup stands; what it does not know says nothing. */
    void take(Markup markup) throws MalformedGroupException {
        switch (markup.name()) {
            case "title" -> title = Texts.text(markup);
            case "created" -> created = Texts.text(markup);
            case "updated" -> updated = Texts.text(markup);
            case "category" -> categories.add(Texts.text(markup));
            case "registration_rule" -> rules.add(Texts.text(markup));
            case "range" -> ranges.add(range(markup));
            case "xref" -> references.add(Texts.reference(markup));
            case "expert" -> experts.add(Texts.text(markup));
            case "description" -> descriptions.add(Texts.text(markup));
            case "note" -> notes.add(note("title", markup));
            case "footnote" -> footnotes.add(note("anchor", markup));
            case "file" -> files.add(Texts.text(markup));
            default -> markup.skip();
        }
    }

    private static Note note(String heading, Markup markup) throws MalformedGroupException {
        return new Note(markup.attribute(heading), Texts.text(markup));
    }

    private static Range range(Markup markup) throws MalformedGroupException {
        String value = "";
        String hexadecimal = "";
        String rule = "";
        String note = "";
        List<Reference> references = new ArrayList<>();
        while (markup.nextChild()) {
            switch (markup.name()) {
                case "value" -> value = Texts.text(markup);
                case "hex" -> hexadecimal = Texts.text(markup);
                case "registration_rule" -> rule = Texts.text(markup);
                case "note" -> note = Texts.text(markup);
                case "xref" -> references.add(Texts.reference(markup));
                default -> markup.skip();
            }
        }
        return new Range(value, hexadecimal, rule, note, references);
    }

    /** All that was taken. */
    About build() {
        return new About(
                title,
                created,
                updated,
                categories,
                rules,
                ranges,
                references,
                experts,
                descriptions,
                notes,
                footnotes,
                files);
    }
}
