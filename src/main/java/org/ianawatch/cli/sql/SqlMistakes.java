package org.ianawatch.cli.sql;

import java.util.List;
import java.util.Optional;
import org.ianawatch.config.Nearest;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.query.QueryException;

/** What a person is told of a query that failed. */
final class SqlMistakes {
    private static final String INDENT = "    ";

    private SqlMistakes() {}

    /** What is wrong, and what was meant where that can be guessed; safe for a terminal. */
    static String message(QueryException failed) {
        return TerminalText.safe(failed.getMessage() + hint(failed));
    }

    private static String hint(QueryException failed) {
        String otherwise = "";
        for (QueryException.Unknown unknown : failed.unknown()) {
            Optional<String> nearest = Nearest.of(unknown.word(), unknown.known());
            if (nearest.isPresent()) {
                return "; did you mean " + nearest.get() + "?";
            }
            otherwise = unknown.otherwise();
        }
        return otherwise;
    }

    /** The line of the statement in which something is wrong, and a caret below the place; nothing where that is unknown. */
    static List<String> excerpt(QueryException failed) {
        int position = failed.position();
        if (position < 0) {
            return List.of();
        }
        String statement = failed.statement();
        int start = statement.lastIndexOf('\n', position - 1) + 1;
        int end = statement.indexOf('\n', position);
        String line = statement.substring(start, end < 0 ? statement.length() : end);
        String before = TerminalText.safe(statement.substring(start, position));
        return List.of(INDENT + TerminalText.safe(line), INDENT + " ".repeat(before.length()) + "^");
    }
}
