package org.ianawatch.store.query;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.h2.util.ScriptReader;

/** SQL text in statements, as H2 tells them apart: a semicolon within quotes or a comment ends none. */
public final class Statements {
    private Statements() {}

    /** The statements without their semicolons; what is empty but for comments is left out. */
    public static List<String> of(String text) {
        return pieces(text).stream().filter(piece -> !isNothing(piece)).toList();
    }

    private static boolean isNothing(String piece) {
        ScriptReader reader = new ScriptReader(new StringReader(piece));
        reader.setSkipRemarks(true);
        String rest = reader.readStatement();
        return rest == null || rest.isBlank();
    }

    /** Whether nothing but blanks stands behind the last semicolon. */
    public static boolean isComplete(String text) {
        List<String> pieces = pieces(text + " ");
        return pieces.size() > 1 && pieces.get(pieces.size() - 1).isBlank();
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        ScriptReader reader = new ScriptReader(new StringReader(text));
        for (String piece = reader.readStatement(); piece != null; piece = reader.readStatement()) {
            pieces.add(piece);
        }
        return pieces;
    }
}
