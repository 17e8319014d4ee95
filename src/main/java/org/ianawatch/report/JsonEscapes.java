package org.ianawatch.report;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Escapes, beside what RFC 8259 demands, the characters that a terminal would obey or not show: a value reads back
 * exactly, and printing the JSON does no harm.
 */
final class JsonEscapes extends CharacterEscapes {
    private static final int DELETE = 0x7f;

    private final int[] ascii = standardAsciiEscapesForJSON();

    JsonEscapes() {
        ascii[DELETE] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        // Pairs come here as two halves and stay as they are.
        if (character <= DELETE
                || !TerminalText.isUnsafe(character)
                || Character.getType(character) == Character.SURROGATE) {
            return null;
        }
        StringBuilder escape = new StringBuilder();
        TerminalText.appendEscape(escape, character);
        return new SerializedString(escape.toString());
    }
}
