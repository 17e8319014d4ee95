package org.ianawatch.report;

/** Text within HTML or XML, in an element or in an attribute with quotes. */
public final class HtmlText {
    private HtmlText() {}

    /** The text escaped, with a link from each RFC that it names; in an element alone. */
    public static String withRfcs(String text) {
        return Links.toRfcs(text, HtmlText::escape, HtmlText::link);
    }

    /** A link. */
    public static String link(String text, String address) {
        return "<a href=\"" + escape(address) + "\">" + escape(text) + "</a>";
    }

    /** The text with the five characters of markup as references. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(character);
            }
        }
        return out.toString();
    }
}
