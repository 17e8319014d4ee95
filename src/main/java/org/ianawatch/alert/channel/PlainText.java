package org.ianawatch.alert.channel;

import java.util.List;
import org.ianawatch.report.TerminalText;

/** A bulletin as text for a screen of fixed width: mails, and commands that want text. */
final class PlainText {
    private static final int WIDTH = 76;
    private static final String INDENT = "    ";
    private static final String GAP = "  ";
    private static final String MEANING = "  ! ";

    private PlainText() {}

    static String of(Bulletin bulletin) {
        StringBuilder out = new StringBuilder();
        paragraph(bulletin.title(), out);
        if (!bulletin.lead().isEmpty()) {
            out.append('\n');
        }
        bulletin.lead().lines().forEach(line -> paragraph(line, out));
        int width = bulletin.entries().stream()
                .flatMap(entry -> entry.values().stream())
                .mapToInt(value -> value.label().length())
                .max()
                .orElse(0);
        for (BulletinEntry entry : bulletin.entries()) {
            out.append('\n');
            if (entry.heading() != null) {
                out.append(entry.heading()).append("\n\n");
            }
            write(entry, bulletin, width, out);
        }
        if (bulletin.leftOut() > 0) {
            out.append('\n');
            paragraph(bulletin.remark(), out);
        }
        // By this line a mail program knows a signature.
        out.append("\n-- \n").append(bulletin.origin()).append('\n');
        return bulletin.page() == null
                ? out.toString()
                : out.append(bulletin.page()).append('\n').toString();
    }

    /** Labels take the same width in all of the text. */
    private static void write(BulletinEntry entry, Bulletin bulletin, int width, StringBuilder out) {
        if (!entry.sentence().equals(bulletin.title())) {
            paragraph(entry.sentence(), out);
        }
        entry.meanings().forEach(meaning -> hanging(MEANING, meaning, out));
        for (BulletinEntry.Value value : entry.values()) {
            String label =
                    INDENT + value.label() + " ".repeat(width - value.label().length()) + GAP;
            if (value.isDifference() && label.length() + value.text().length() > WIDTH) {
                hanging(label + "- ", value.before(), out);
                hanging(" ".repeat(label.length()) + "+ ", value.after(), out);
            } else {
                hanging(label, value.text(), out);
            }
        }
    }

    private static void paragraph(String text, StringBuilder out) {
        hanging("", text, out);
    }

    /** The text in lines that begin below one another. */
    private static void hanging(String label, String text, StringBuilder out) {
        List<String> lines = TerminalText.wrap(text, Math.max(WIDTH - label.length(), WIDTH / 3));
        String start = label;
        for (String line : lines) {
            out.append((start + line).stripTrailing()).append('\n');
            start = " ".repeat(label.length());
        }
    }
}
