package org.ianawatch.xml;

import java.util.Locale;

/**
 * What a registry refers to. A text is empty where nothing is said.
 *
 * @param type of the thing: {@code rfc}, {@code draft}, {@code uri}, {@code person}, {@code registry} or another word of IANA's
 * @param data by which the type knows it, such as {@code rfc9110}
 * @param text what the file would have shown, as it stands there
 * @param place within a document, with what divides it from the document's name, such as {@code , Section 5.1}
 */
public record Reference(String type, String data, String text, String place) {
    /** As IANA's page shows it, in brackets. */
    public String inBrackets() {
        return "[" + shown() + "]";
    }

    private String shown() {
        return switch (type) {
            case "person", "note" -> data;
            case "rfc-errata" -> "RFC Errata " + (text.isEmpty() ? data : text);
            default -> text.isEmpty() ? name() + place : text;
        };
    }

    private String name() {
        return switch (type) {
            case "rfc" -> data.toUpperCase(Locale.ROOT);
            case "registry" -> "IANA registry " + data;
            case "unicode" -> "Unicode Character Database " + (data.startsWith("ucd") ? data.substring(3) : data);
            default -> data;
        };
    }
}
