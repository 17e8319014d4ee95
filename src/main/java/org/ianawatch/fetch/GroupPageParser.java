package org.ianawatch.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads the head of a group's page, in IANA's XML or its XHTML, and stops where the registrations begin: the page has
 * megabytes of them.
 */
final class GroupPageParser {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern BLANKS_AT_LINE_END = Pattern.compile("[ \\t]+(?=\\n|$)");
    /** IANA's warning that a number is no endorsement, which is no rule. */
    private static final Pattern BOX = Pattern.compile("(?m)^\\*.*\\*$\\n?");

    private @Nullable String title;
    private @Nullable String lastUpdated;
    private @Nullable String rule;
    private @Nullable String note;

    private GroupPageParser() {}

    /** What a page says; never fails, whatever the bytes are. */
    static GroupPage parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        GroupPageParser page = new GroupPageParser();
        if (text.stripLeading().startsWith("<?xml") && text.contains("<registry")) {
            page.readXml(text);
        } else {
            page.readHtml(text);
        }
        return new GroupPage(page.title, page.lastUpdated, page.rule == null ? page.note : page.rule, null);
    }

    private void readXml(String text) {
        try (StreamParser parser = new StreamParser(Parser.xmlParser()).parse(text, "")) {
            for (Iterator<Element> elements = parser.iterator(); elements.hasNext(); ) {
                Element element = elements.next();
                if (element.nameIs("record") || depth(element) > 1) {
                    return;
                }
                if (depth(element) == 1) {
                    take(element.normalName(), element);
                }
            }
        }
    }

    /** In how many registries an element stands: 1 for the group's own, 2 for those of one of its registries, 0 within others. */
    private static int depth(Element element) {
        int depth = 0;
        Element parent = element.parent();
        while (parent != null && parent.nameIs("registry")) {
            depth++;
            parent = parent.parent();
        }
        return depth;
    }

    private void readHtml(String text) {
        try (StreamParser parser = new StreamParser(Parser.htmlParser()).parse(text, "")) {
            for (Iterator<Element> elements = parser.iterator(); elements.hasNext(); ) {
                Element element = elements.next();
                Element label = element.previousElementSibling();
                if (element.nameIs("thead") || element.nameIs("dl")) {
                    return;
                }
                if (element.nameIs("h1")) {
                    take("title", element);
                } else if (element.nameIs("dd") && label != null) {
                    take(kind(label.text()), element);
                }
            }
        }
    }

    private static String kind(String label) {
        return switch (label.strip()) {
            case "Last Updated" -> "updated";
            case "Registration Procedure(s)", "Registration Procedures" -> "registration_rule";
            case "Note" -> "note";
            default -> "";
        };
    }

    private void take(String kind, Element element) {
        switch (kind) {
            case "title" -> title = title == null ? emptyToNull(element.text().strip()) : title;
            case "updated" ->
                lastUpdated = lastUpdated == null ? date(element.text().strip()) : lastUpdated;
            case "registration_rule" -> rule = rule == null ? paragraphs(element) : rule;
            case "note" -> note = note == null && !element.hasAttr("title") ? paragraphs(element) : note;
            default -> {}
        }
    }

    private static @Nullable String date(String text) {
        return DATE.matcher(text).matches() ? text : null;
    }

    private static @Nullable String paragraphs(Element element) {
        StringBuilder text = new StringBuilder();
        append(element, text);
        String withoutBox = BOX.matcher(text.toString().replace("\r", "")).replaceAll("");
        return emptyToNull(BLANKS_AT_LINE_END.matcher(withoutBox).replaceAll("").strip());
    }

    private static void append(Node node, StringBuilder text) {
        for (Node child : node.childNodes()) {
            if (child instanceof TextNode words) {
                text.append(words.getWholeText());
            } else if (child instanceof Element element && element.nameIs("xref")) {
                text.append('[').append(reference(element)).append(']');
            } else {
                append(child, text);
            }
        }
    }

    /** {@code RFC6335}, as the XHTML has it. */
    private static String reference(Element xref) {
        String data = xref.attr("data");
        return xref.hasText() ? xref.text() : xref.attr("type").equals("rfc") ? data.replaceFirst("^rfc", "RFC") : data;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
