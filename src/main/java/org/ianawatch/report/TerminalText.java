package org.ianawatch.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Untrusted text on a terminal. Whatever stands in the registry, or in a file's name, goes through {@link #safe} before
 * a person sees it: an escape sequence can rewrite the screen, and a bidirectional mark can make {@code evil} read as
 * something else.
 */
public final class TerminalText {
    private static final String ELLIPSIS = "…";
    private static final String LINE_BREAK = "⏎";
    private static final int HEX_DIGITS = 4;
    private static final int BITS_OF_A_HEX_DIGIT = 4;

    private TerminalText() {}

    /**
     * The text on one line: line breaks as {@code ⏎}, tabs as {@code \t}; other control characters, invisible format
     * characters (bidirectional marks among them) and lone surrogates as a backslash, a {@code u} and four hexadecimal
     * digits.
     */
    public static String safe(String text) {
        return isPlain(text) ? text : rewrite(text, LINE_BREAK, "\\t");
    }

    /** As {@link #safe(String)}, but line breaks become LF, and tabs stay, for formats that can show them. */
    public static String safeLines(String text) {
        return isPlain(text) ? text : rewrite(text, "\n", "\t");
    }

    /** Whether a terminal could obey the character, or not show it. Line breaks and tabs are such characters. */
    public static boolean isUnsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Appends the character as JSON escapes it, in two halves where it is beyond the first 65,536. */
    static void appendEscape(StringBuilder out, int codePoint) {
        for (char unit : Character.toChars(codePoint)) {
            out.append("\\u");
            for (int digit = HEX_DIGITS - 1; digit >= 0; digit--) {
                out.append(Character.forDigit((unit >> (digit * BITS_OF_A_HEX_DIGIT)) & 0xf, 16));
            }
        }
    }

    /**
     * The text, cut with an ellipsis where it is wider.
     *
     * @param columns the width that there is, at least 1
     */
    public static String cut(String text, int columns) {
        if (TextWidth.of(text) <= columns) {
            return text;
        }
        int end = TextWidth.prefix(text, columns - 1);
        return text.substring(0, end) + ELLIPSIS;
    }

    /**
     * The text in lines, broken at blanks. A word that is wider than a line stands alone and unbroken, so that a path
     * or an address can still be copied.
     *
     * @param columns the width that there is, at least 1
     * @return at least one line
     */
    public static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int width = 0;
        int start = 0;
        while (start <= text.length()) {
            int blank = text.indexOf(' ', start);
            String word = text.substring(start, blank < 0 ? text.length() : blank);
            int wordWidth = TextWidth.of(word);
            if (start > 0 && width + 1 + wordWidth <= columns) {
                line.append(' ').append(word);
                width += 1 + wordWidth;
            } else {
                if (start > 0) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(word);
                width = wordWidth;
            }
            start = blank < 0 ? text.length() + 1 : blank + 1;
        }
        lines.add(line.toString());
        return lines;
    }

    private static String rewrite(String text, String lineBreak, String tab) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int index = 0;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            index += Character.charCount(codePoint);
            if (codePoint == '\r' && index < text.length() && text.charAt(index) == '\n') {
                index++;
                codePoint = '\n';
            }
            if (codePoint == '\n') {
                out.append(lineBreak);
            } else if (codePoint == '\t') {
                out.append(tab);
            } else if (isUnsafe(codePoint)) {
                appendEscape(out, codePoint);
            } else {
                out.appendCodePoint(codePoint);
            }
        }
        return out.toString();
    }

    private static boolean isPlain(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character < ' ' || character > '~') {
                return false;
            }
        }
        return true;
    }
}
