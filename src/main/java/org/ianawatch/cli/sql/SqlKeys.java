package org.ianawatch.cli.sql;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Buffer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;

/** The keys of the prompt that the line editor has otherwise. */
final class SqlKeys {
    private static final String LEAVE_OR_DELETE = "leave-or-delete-char";

    /** The last character of what a cursor key sends. */
    private static final Map<String, String> CURSOR_KEYS = Map.of(
            "A", LineReader.UP_LINE_OR_SEARCH,
            "B", LineReader.DOWN_LINE_OR_SEARCH,
            "C", LineReader.FORWARD_CHAR,
            "D", LineReader.BACKWARD_CHAR,
            "H", LineReader.BEGINNING_OF_LINE,
            "F", LineReader.END_OF_LINE);

    private SqlKeys() {}

    /** Binds them. */
    static void bind(LineReader reader) {
        KeyMap<Binding> keys = Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN));
        // Terminals send either, whichever of them their description names: xterm's, the first in its normal mode.
        CURSOR_KEYS.forEach((key, widget) ->
                List.of("\u001b[", "\u001bO").forEach(prefix -> keys.bind(new Reference(widget), prefix + key)));
        reader.getWidgets().put(LEAVE_OR_DELETE, () -> leaveOrDelete(reader));
        keys.bind(new Reference(LEAVE_OR_DELETE), KeyMap.ctrl('D'));
    }

    /** On an empty line within a statement, too, Ctrl-D leaves. */
    private static boolean leaveOrDelete(LineReader reader) {
        Buffer typed = reader.getBuffer();
        if (typed.cursor() == typed.length() && typed.prevChar() == '\n') {
            throw new EndOfFileException();
        }
        reader.callWidget(LineReader.DELETE_CHAR);
        return true;
    }
}
