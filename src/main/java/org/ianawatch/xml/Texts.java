package org.ianawatch.xml;

import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;

/** Reads the text of an element as it stands in the file. Each begins at the begin of an element, and ends at its end. */
final class Texts {
    /** A line break until it is known whether the file has one as well. No XML has the character. */
    private static final char BREAK = '\0';

    private static final Pattern BREAK_BEFORE_ONE = Pattern.compile(BREAK + "(?=[ \t]*\n)");
    private static final String WHITE = " \t\r\n";

    private Texts() {}

    /** The text without white space at its ends; {@code br} is a line break, and a reference stands in brackets. */
    static String text(Markup markup) throws MalformedGroupException {
        return trimmed(untrimmed(markup));
    }

    /** A reference, whose text is left as it is. */
    static Reference reference(Markup markup) throws MalformedGroupException {
        String type = markup.attribute("type");
        String data = markup.attribute("data");
        String place = place(markup);
        String text = untrimmed(markup);
        return new Reference(type, data, trimmed(text).isEmpty() ? "" : text, place);
    }

    private static String place(Markup markup) {
        StringBuilder place = new StringBuilder();
        append(place, ", Section ", markup.attribute("section"));
        append(place, ", Page ", markup.attribute("page"));
        append(place, ", Appendix ", markup.attribute("appendix"));
        append(place, ", Table ", markup.attribute("table"));
        append(place, ", Figure ", markup.attribute("figure"));
        append(place, "#", markup.attribute("anchor"));
        return place.toString();
    }

    private static void append(StringBuilder place, String word, String value) {
        if (!value.isEmpty()) {
            place.append(word).append(value);
        }
    }

    private static String untrimmed(Markup markup) throws MalformedGroupException {
        StringBuilder text = new StringBuilder();
        append(text, markup);
        if (text.indexOf(String.valueOf(BREAK)) < 0) {
            return text.toString();
        }
        return BREAK_BEFORE_ONE.matcher(text).replaceAll("").replace(BREAK, '\n');
    }

    private static void append(StringBuilder text, Markup markup) throws MalformedGroupException {
        for (int event = markup.next(); event != XMLStreamConstants.END_ELEMENT; event = markup.next()) {
            switch (event) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(markup.characters());
                case XMLStreamConstants.START_ELEMENT -> appendChild(text, markup);
                default -> {}
            }
        }
    }

    private static void appendChild(StringBuilder text, Markup markup) throws MalformedGroupException {
        switch (markup.name()) {
            case "br" -> {
                text.append(BREAK);
                markup.skip();
            }
            case "xref" -> text.append(reference(markup).inBrackets());
            default -> append(text, markup);
        }
    }

    private static String trimmed(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && WHITE.indexOf(text.charAt(begin)) >= 0) {
            begin++;
        }
        while (end > begin && WHITE.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(begin, end);
    }
}
