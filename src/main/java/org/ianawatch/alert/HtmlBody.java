package org.ianawatch.alert;

import org.ianawatch.diff.Kind;
import org.ianawatch.report.HtmlText;

/**
 * A bulletin as HTML in one column, each element with its own style: for mails, and for readers of feeds. What has no ground
 * of its own has no ink either, or a grey that is legible on white and on black: it may stand on either.
 */
final class HtmlBody {
    private static final String FONT =
            "font-family: -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Helvetica, Arial, sans-serif;";
    static final String INK = "#1a1d23";
    private static final String FAINT = "#6b7280";
    private static final int LONGEST_ON_ONE_LINE = 40;

    private HtmlBody() {}

    static String of(Bulletin bulletin) {
        StringBuilder out = new StringBuilder();
        out.append("<div style=\"")
                .append(FONT)
                .append(" font-size: 15px; line-height: 1.45; overflow-wrap: anywhere; word-break: break-word;\">\n");
        element("h1", "margin: 0 0 8px; font-size: 20px; line-height: 1.3; font-weight: 700;", bulletin.title(), out);
        bulletin.lead()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> element("p", "margin: 0 0 4px; color: " + FAINT + ";", line, out));
        bulletin.entries().forEach(entry -> write(entry, out));
        if (bulletin.leftOut() > 0) {
            element("p", "margin: 18px 0 0; font-weight: 600;", bulletin.remark(), out);
        }
        out.append("<p style=\"margin: 20px 0 0; padding-top: 10px; border-top: 1px solid #d9dde3; font-size: 13px;")
                .append(" color: ")
                .append(FAINT)
                .append(";\">")
                .append(HtmlText.escape(bulletin.origin()));
        if (bulletin.page() != null) {
            out.append(" · <a href=\"")
                    .append(HtmlText.escape(bulletin.page()))
                    .append("\" style=\"color: #2f6fd0;\">IANA’s registry</a>");
        }
        return out.append("</p>\n</div>\n").toString();
    }

    private static void write(Entry entry, StringBuilder out) {
        if (entry.heading() != null) {
            element(
                    "h2",
                    "margin: 22px 0 0; font-size: 14px; font-weight: 600; color: " + FAINT + ";",
                    entry.heading(),
                    out);
        }
        out.append("<div style=\"margin: 14px 0 0; padding: 2px 0 2px 12px; border-left: 4px solid ")
                .append(color(entry.kind()))
                .append(";\">\n");
        element("p", "margin: 0; font-weight: 600;", entry.sentence(), out);
        for (String meaning : entry.meanings()) {
            String style =
                    "margin: 6px 0; padding: 6px 10px; background: #fff4d6; color: " + INK + "; border-radius: 4px;";
            element("p", style, meaning, out);
        }
        entry.values().forEach(value -> write(value, out));
        out.append("</div>\n");
    }

    /** A value that is too wide for the place beside its label goes below it as a whole. */
    private static void write(Entry.Value value, StringBuilder out) {
        String block = "display: inline-block; vertical-align: top;";
        out.append("<p style=\"margin: 4px 0 0; font-size: 14px;\"><span style=\"")
                .append(block);
        out.append(" min-width: 124px; padding-right: 8px; color: ")
                .append(FAINT)
                .append(";\">");
        out.append(HtmlText.escape(value.label()))
                .append("</span> <span style=\"")
                .append(block)
                .append("\">");
        if (value.isDifference()) {
            mark("#fde8e6", "#a8201a", value.before(), out);
            out.append(value.length() > LONGEST_ON_ONE_LINE ? "<br>→ " : " → ");
            mark("#e2f5e8", "#176f37", value.after(), out);
        } else {
            out.append(HtmlText.escape(value.after()));
        }
        out.append("</span></p>\n");
    }

    private static void mark(String ground, String ink, String text, StringBuilder out) {
        String style = "background: " + ground + "; color: " + ink + "; padding: 0 3px; border-radius: 3px;";
        out.append("<span style=\"")
                .append(style)
                .append("\">")
                .append(HtmlText.escape(text))
                .append("</span>");
    }

    private static void element(String name, String style, String text, StringBuilder out) {
        out.append('<').append(name).append(" style=\"").append(style).append("\">");
        out.append(HtmlText.escape(text)).append("</").append(name).append(">\n");
    }

    private static String color(Kind kind) {
        return switch (kind) {
            case ASSIGNED -> "#176f37";
            case DEASSIGNED -> "#a8201a";
            case RENAMED -> "#b07a00";
            case RESERVED -> "#7a2a8f";
            case UNASSIGNED -> "#0b6478";
            case AMENDED -> "#1f57b0";
        };
    }
}
