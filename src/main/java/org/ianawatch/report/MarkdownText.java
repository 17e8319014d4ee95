package org.ianawatch.report;

/** Untrusted text within GitHub Flavored Markdown. */
final class MarkdownText {
    /** ASCII punctuation that has a meaning inside a line; the rest only has one at its start. */
    private static final String SPECIAL = "\\`*_{}[]<>|~#$!&";

    private MarkdownText() {}

    /** A value of the registry: an empty one is said, line breaks are kept. */
    static String value(String text) {
        return text.isEmpty()
                ? "*(empty)*"
                : Links.toRfcs(TerminalText.safeLines(text), MarkdownText::escape, MarkdownText::link)
                        .replace("\n", "<br>");
    }

    /** A link; the address has no parentheses. */
    static String link(String text, String address) {
        return "[" + escape(text) + "](" + address + ")";
    }

    /** The text so that Markdown shows it as it is. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (SPECIAL.indexOf(character) >= 0) {
                out.append('\\');
            }
            out.append(character);
        }
        return out.toString();
    }
}
