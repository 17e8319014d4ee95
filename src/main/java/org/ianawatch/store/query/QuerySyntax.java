package org.ianawatch.store.query;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where H2's parser stopped. What it says that it expected is what it tried there last, in part, and misleads: it is not
 * repeated, but for a parenthesis that is not closed.
 */
final class QuerySyntax {
    private static final String BEGIN = "Syntax error in SQL statement \"";
    private static final String HERE = "[*]";
    private static final String MAY_CLOSE = ", where a ')' may be missing";
    private static final Pattern PARENTHESIS = Pattern.compile("; expected \"[^\"]*\\)\"");
    private static final Pattern LAST_WORD = Pattern.compile("[a-zA-Z]\\w*\\s+$");
    private static final Pattern NEXT_WORD = Pattern.compile("^[a-zA-Z]\\w*");
    private static final List<String> KEYWORDS = List.of(
            "select",
            "from",
            "where",
            "group",
            "by",
            "having",
            "order",
            "limit",
            "offset",
            "fetch",
            "join",
            "left",
            "on",
            "using",
            "and",
            "or",
            "not",
            "in",
            "is",
            "null",
            "like",
            "between",
            "exists",
            "as",
            "case",
            "when",
            "then",
            "else",
            "end",
            "union",
            "except",
            "intersect",
            "distinct",
            "values",
            "with",
            "recursive",
            "desc",
            "asc");
    /** H2 takes the first word for another name of what stands before it. */
    private static final Pattern FULL_JOIN =
            Pattern.compile("\\bfull\\s+((?:outer\\s+)?join)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern WORD = Pattern.compile("\\w+|.", Pattern.DOTALL);

    private QuerySyntax() {}

    static QueryException error(String statement, String message, List<View> views) {
        int position = position(statement, message);
        Matcher fullJoin = FULL_JOIN.matcher(statement);
        if (fullJoin.find() && fullJoin.start(1) == position) {
            return new QueryException(
                    statement,
                    fullJoin.start(),
                    "there is no FULL JOIN: write a LEFT JOIN, then UNION ALL, and what the other side has alone");
        }
        return new QueryException(
                statement,
                position,
                "the query has a syntax error "
                        + what(statement, position, PARENTHESIS.matcher(message).find()),
                suspects(statement, position, views));
    }

    /** The word there and the one before it, which H2 may have taken for a name, unless they are what there is. */
    private static List<QueryException.Unknown> suspects(String statement, int position, List<View> views) {
        Set<String> known = new HashSet<>(KEYWORDS);
        for (View view : views) {
            known.add(view.name());
            view.columns().forEach(column -> known.add(column.name()));
        }
        return Stream.of(
                        LAST_WORD.matcher(statement).region(0, position),
                        NEXT_WORD.matcher(statement).region(position, statement.length()))
                .filter(Matcher::find)
                .map(Matcher::group)
                .map(String::strip)
                .filter(word -> !known.contains(word.toLowerCase(Locale.ROOT)))
                .map(word -> new QueryException.Unknown(word, KEYWORDS, ""))
                .toList();
    }

    private static String what(String statement, int position, boolean mayClose) {
        Matcher word = WORD.matcher(statement).region(position, statement.length());
        if (!word.lookingAt() || statement.substring(position).isBlank()) {
            return "at its end" + (mayClose ? MAY_CLOSE : ": it is not complete");
        }
        return switch (word.group()) {
            case "'" -> "in the text that begins with this quote: another ' ends it";
            case "\"" -> "at the name that begins with this quote";
            default -> "at '" + word.group() + "'" + (mayClose ? MAY_CLOSE : "");
        };
    }

    /** H2 repeats the statement with quotes doubled, and with a mark before what it cannot read. */
    private static int position(String statement, String message) {
        int read = BEGIN.length();
        int position = 0;
        while (position < statement.length() && read < message.length()) {
            if (message.startsWith(HERE, read) && !statement.startsWith(HERE, position)) {
                return position;
            }
            read += statement.charAt(position) == '"' ? 2 : 1;
            position++;
        }
        return position;
    }
}
