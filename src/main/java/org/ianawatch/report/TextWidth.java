package org.ianawatch.report;

/** How many columns of a terminal a text takes: none for a combining mark, two for a wide East Asian character. */
final class TextWidth {
    /** First and last code point, inclusive, of the blocks that Unicode's annex 11 gives as wide. */
    private static final int[][] WIDE = {
        {0x1100, 0x115f}, // Hangul Jamo
        {0x2e80, 0x303e}, // CJK radicals and punctuation
        {0x3041, 0xa4cf}, // kana to Yi
        {0xac00, 0xd7a3}, // Hangul
        {0xf900, 0xfaff}, // CJK compatibility
        {0xfe30, 0xfe6f}, // CJK forms
        {0xff01, 0xff60}, // full-width forms
        {0xffe0, 0xffe6}, // full-width signs
        {0x1f300, 0x1f64f}, // pictographs
        {0x1f900, 0x1f9ff}, // pictographs
        {0x20000, 0x3fffd}, // CJK extensions
    };

    private TextWidth() {}

    /** The columns of the text, which holds no control characters. */
    static int of(String text) {
        int columns = 0;
        int index = 0;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            columns += of(codePoint);
            index += Character.charCount(codePoint);
        }
        return columns;
    }

    /** How many {@code char}s from the start fit in the columns; marks stay with the character that they belong to. */
    static int prefix(String text, int columns) {
        int used = 0;
        int index = 0;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            used += of(codePoint);
            if (used > columns) {
                return index;
            }
            index += Character.charCount(codePoint);
        }
        return index;
    }

    private static int of(int codePoint) {
        if (codePoint < WIDE[0][0]) {
            return isMark(codePoint) ? 0 : 1;
        }
        for (int[] block : WIDE) {
            if (block[0] <= codePoint && codePoint <= block[1]) {
                return 2;
            }
        }
        return isMark(codePoint) ? 0 : 1;
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
