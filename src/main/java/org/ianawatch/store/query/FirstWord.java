package org.ianawatch.store.query;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The word with which a statement begins. H2 tells of one that it does not know, or that writes, by what its own parser
 * tried last.
 */
final class FirstWord {
    private static final List<String> READING = List.of("select", "with", "values", "table", "explain");
    /** What begins statements in SQL or in other shells and reads nothing of the views. */
    private static final Set<String> OTHER = Set.of(
            "alter",
            "analyze",
            "backup",
            "begin",
            "call",
            "checkpoint",
            "comment",
            "commit",
            "copy",
            "create",
            "deallocate",
            "declare",
            "delete",
            "drop",
            "execute",
            "grant",
            "import",
            "insert",
            "load",
            "lock",
            "merge",
            "pragma",
            "prepare",
            "replace",
            "revoke",
            "rollback",
            "runscript",
            "savepoint",
            "script",
            "set",
            "shutdown",
            "start",
            "truncate",
            "update",
            "upsert",
            "use",
            "vacuum");

    private static final Pattern EXPLAIN =
            Pattern.compile("explain\\s+(?:plan\\s+for\\s+|analyze\\s+)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final String WHAT_READS = "SELECT, WITH, VALUES, TABLE, or EXPLAIN before one of them";

    private FirstWord() {}

    /** Refuses a statement that begins with none of the words that read; what is no word is left to the parser. */
    static void check(String statement) throws QueryException {
        int start = afterBlanks(statement, 0);
        Matcher explain = EXPLAIN.matcher(statement).region(start, statement.length());
        if (explain.lookingAt()) {
            start = afterBlanks(statement, explain.end());
        }
        Matcher matcher = WORD.matcher(statement).region(start, statement.length());
        if (!matcher.lookingAt()) {
            return;
        }
        String word = matcher.group().toLowerCase(Locale.ROOT);
        if (OTHER.contains(word)) {
            throw new QueryException(
                    statement,
                    start,
                    "sql only reads, and takes no " + word.toUpperCase(Locale.ROOT) + ": write a query, with "
                            + WHAT_READS);
        }
        if (!READING.contains(word) && !word.equals("show")) {
            throw new QueryException(
                    statement,
                    start,
                    "no query begins with '" + matcher.group() + "'",
                    List.of(new QueryException.Unknown(matcher.group(), READING, ": write one with " + WHAT_READS)));
        }
    }

    /** Behind blanks, comments and opening parentheses. */
    private static int afterBlanks(String statement, int start) {
        int position = start;
        while (position < statement.length()) {
            char character = statement.charAt(position);
            if (Character.isWhitespace(character) || character == '(') {
                position++;
            } else if (statement.startsWith("--", position)) {
                position = after(statement, "\n", position);
            } else if (statement.startsWith("/*", position)) {
                position = after(statement, "*/", position);
            } else {
                return position;
            }
        }
        return position;
    }

    private static int after(String statement, String end, int start) {
        int found = statement.indexOf(end, start);
        return found < 0 ? statement.length() : found + end.length();
    }
}
