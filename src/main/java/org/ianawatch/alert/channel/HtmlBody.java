package org.ianawatch.alert.channel;

import org.ianawatch.diff.Kind;
import org.ianawatch.report.HtmlText;

/**
 * A bulletin as HTML in one column, each element with its own style: for mails, and for readers of feeds. What has no ground
 * of its own has no ink either, or a grey that is legible on white and on black: it may stand on either. By its classes a
 * mail gives it other colours where the reader's screen is dark; nothing depends on them.
 */
final class HtmlBody {
    private static final String FONT =
            "font-family: -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Helvetica, Arial, sans-serif;";
    static final String INK = "#1a1d23";
    private static final String FAINT = " color: #6b7280;";
    private static final int LONGEST_ON_ONE_LINE = 40;

    private HtmlBody() {}

    static String of(Bulletin bulletin) {
        StringBuilder out = new StringBuilder();
        out.append("<div style=\"")
                .append(FONT)
                .append(" font-size: 15px; line-height: 1.45; overflow-wrap: anywhere; word-break: break-word;\">\n");
        element(
                "h1",
                "title",
                "margin: 0 0 8px; font-size: 20px; line-height: 1.3; font-weight: 700;",
                bulletin.title(),
                out);
        bulletin.lead()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> element("p", "faint", "margin: 0 0 4px;" + FAINT, line, out));
        bulletin.entries().forEach(entry -> write(entry, out));
        if (bulletin.leftOut() > 0) {
            element("p", "remark", "margin: 18px 0 0; font-weight: 600;", bulletin.remark(), out);
        }
        out.append(
                        "<p class=\"faint foot\" style=\"margin: 20px 0 0; padding-top: 10px; border-top: 1px solid #d9dde3;")
                .append(" font-size: 13px;")
                .append(FAINT)
                .append("\">")
                .append(HtmlText.escape(bulletin.origin()));
        if (bulletin.page() != null) {
            out.append(" · ").append(HtmlText.link("IANA’s registry", bulletin.page()));
        }
        return out.append("</p>\n</div>\n").toString();
    }

    private static void write(BulletinEntry entry, StringBuilder out) {
        if (entry.heading() != null) {
            element(
                    "h2",
                    "faint",
                    "margin: 22px 0 0; font-size: 14px; font-weight: 600;" + FAINT,
                    entry.heading(),
                    out);
        }
        out.append("<div style=\"margin: 14px 0 0; padding: 2px 0 2px 12px; border-left: 4px solid ")
                .append(color(entry.kind()))
                .append(";\">\n<p style=\"margin: 0; font-weight: 600;\">")
                .append(
                        entry.page() == null
                                ? HtmlText.escape(entry.subject())
                                : HtmlText.link(entry.subject(), entry.page()))
                .append(' ')
                .append(HtmlText.escape(entry.predicate()))
                .append("</p>\n");
        for (String meaning : entry.meanings()) {
            String style =
                    "margin: 6px 0; padding: 6px 10px; background: #fff4d6; color: " + INK + "; border-radius: 4px;";
            element("p", "use", style, meaning, out);
        }
        if (!entry.values().isEmpty()) {
            out.append("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"")
                    .append(" style=\"margin: 4px 0 0; table-layout: fixed; font-size: 14px; line-height: 1.45;\">\n");
            entry.values().forEach(value -> write(value, out));
            out.append("</table>\n");
        }
        out.append("</div>\n");
    }

    /** Labels stand in a column of one width everywhere. */
    private static void write(BulletinEntry.Value value, StringBuilder out) {
        out.append("<tr><td class=\"faint\" width=\"124\" valign=\"top\" style=\"width: 124px; padding: 2px 8px 2px 0;")
                .append(FAINT)
                .append("\">")
                .append(HtmlText.escape(value.label()))
                .append("</td><td valign=\"top\" style=\"padding: 2px 0;\">");
        if (value.isDifference()) {
            mark("before", "#fde8e6", "#a8201a", value.before(), out);
            out.append(value.length() > LONGEST_ON_ONE_LINE ? "<br>→ " : " → ");
            mark("after", "#e2f5e8", "#176f37", value.after(), out);
        } else {
            out.append(HtmlText.withRfcs(value.after()));
        }
        out.append("</td></tr>\n");
    }

    private static void mark(String name, String ground, String ink, String text, StringBuilder out) {
        out.append("<span class=\"")
                .append(name)
                .append("\" style=\"background: ")
                .append(ground);
        out.append("; color: ").append(ink).append("; padding: 0 3px; border-radius: 3px;\">");
        out.append(HtmlText.withRfcs(text)).append("</span>");
    }

    private static void element(String name, String kind, String style, String text, StringBuilder out) {
        out.append('<')
                .append(name)
                .append(" class=\"")
                .append(kind)
                .append("\" style=\"")
                .append(style)
                .append("\">");
        out.append(HtmlText.escape(text)).append("</").append(name).append(">\n");
    }

    private static String color(Kind kind) {
        return switch (kind) {
            case ASSIGNED -> "#2c9a57";
            case DEASSIGNED -> "#d0453d";
            case RENAMED -> "#b07a00";
            case RESERVED, PRIVATE_USE, EXPERIMENTAL -> "#9a4fb0";
            case UNASSIGNED -> "#1f8ba3";
            case AMENDED -> "#3f78d8";
        };
    }
}
