package org.ianawatch.answer;

import java.util.Locale;

/**
 * Texts in which what is like another whatever the case is the same. It goes farther than lower case, as regular expressions and
 * {@link String#equalsIgnoreCase} do: a long s is an s.
 */
final class Folding {
    private static final int FIRST_BEYOND_ASCII = 0x80;

    private Folding() {}

    /** A text whose characters are those of the text, each folded by itself. */
    static String of(String text) {
        return isAscii(text) ? text.toLowerCase(Locale.ROOT) : beyondAscii(text);
    }

    /** Whether each character is one of ASCII's. */
    static boolean isAscii(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) >= FIRST_BEYOND_ASCII) {
                return false;
            }
        }
        return true;
    }

    private static String beyondAscii(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        int index = 0;
        while (index < text.length()) {
            int point = text.codePointAt(index);
            folded.appendCodePoint(Character.toLowerCase(Character.toUpperCase(point)));
            index += Character.charCount(point);
        }
        return folded.toString();
    }
}
