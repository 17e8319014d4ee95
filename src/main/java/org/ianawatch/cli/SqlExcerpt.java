package org.ianawatch.cli;

import java.util.List;
import org.ianawatch.report.TerminalText;

/** The line of a statement in which something is wrong, and a caret below the place. */
final class SqlExcerpt {
    private static final String INDENT = "    ";

    private SqlExcerpt() {}

    /**
     * Two lines.
     *
     * @param position in {@code char}s counted from 0; the statement's length for its end
     */
    static List<String> lines(String statement, int position) {
        int start = statement.lastIndexOf('\n', position - 1) + 1;
        int end = statement.indexOf('\n', position);
        String line = statement.substring(start, end < 0 ? statement.length() : end);
        String before = TerminalText.safe(statement.substring(start, position));
        return List.of(INDENT + TerminalText.safe(line), INDENT + " ".repeat(before.length()) + "^");
    }
}
