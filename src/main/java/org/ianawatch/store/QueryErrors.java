package org.ianawatch.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.h2.api.ErrorCode;

/** Puts H2's messages into a sentence: without the statement that it repeats, and with what to do next. */
final class QueryErrors {
    /** Where H2 begins to repeat the statement. */
    private static final String STATEMENT = "; SQL statement:";

    private static final String SYNTAX = "Syntax error in SQL statement \"";
    private static final String HERE = "[*]";

    private QueryErrors() {}

    static QueryException of(String statement, SQLException failed, List<String> views) {
        if (failed.getCause() instanceof StackOverflowError) {
            return of(statement, failed.getCause());
        }
        if (failed.getCause() instanceof PatternSyntaxException wrong) {
            return new QueryException(
                    statement,
                    "the query failed: '" + wrong.getPattern() + "' is no regular expression: "
                            + wrong.getDescription());
        }
        String message = String.valueOf(failed.getMessage());
        return switch (failed.getErrorCode()) {
            case ErrorCode.SYNTAX_ERROR_1, ErrorCode.SYNTAX_ERROR_2 -> syntax(statement, message);
            case ErrorCode.OUT_OF_MEMORY -> QueryException.outOfMemory(statement);
            case ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
                    ErrorCode.SCHEMA_NOT_FOUND_1 ->
                failure(statement, message, "; there are the views " + String.join(", ", views));
            case ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1, ErrorCode.ADMIN_RIGHTS_REQUIRED ->
                failure(statement, message, "; only the views may be read: " + String.join(", ", views));
            case ErrorCode.COLUMN_NOT_FOUND_1 ->
                failure(statement, message, "; 'ianawatch sql \"\\d VIEW\"' lists a view's columns");
            default -> failure(statement, message, "");
        };
    }

    /** What is no answer of the database, but its end. */
    static QueryException of(String statement, Throwable failed) {
        if (failed instanceof OutOfMemoryError) {
            return QueryException.outOfMemory(statement);
        }
        return failed instanceof StackOverflowError
                ? new QueryException(
                        statement,
                        "the query needs more of java's stack than there is: nest less, and let a regular expression repeat"
                                + " [ab]* and not (a|b)*")
                : new QueryException(statement, "the query failed: the database ended it with " + failed);
    }

    static QueryException late(String statement, Duration limit) {
        return new QueryException(
                statement,
                "the query took longer than " + limit.toMillis() / 1000.0
                        + " s and was cancelled: narrow it, or raise --timeout");
    }

    private static QueryException failure(String statement, String message, String advice) {
        return new QueryException(statement, "the query failed: " + withoutNoise(message) + advice);
    }

    private static QueryException syntax(String statement, String message) {
        int position = position(statement, message);
        int expected = message.lastIndexOf("; expected \"");
        String advice = expected < 0 ? "" : ": " + withoutNoise(message.substring(expected + 2));
        return new QueryException(statement, position, "the query has a syntax error" + advice);
    }

    /** H2 repeats the statement with quotes doubled, and with a mark before what it cannot read. */
    private static int position(String statement, String message) {
        int read = SYNTAX.length();
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

    /** H2's message as {@link #withoutNoise(String)} has it. */
    static String withoutNoise(SQLException failed) {
        return withoutNoise(String.valueOf(failed.getMessage()));
    }

    /** H2's message without the statement and the number behind it. */
    static String withoutNoise(String message) {
        int repeated = message.indexOf(STATEMENT);
        String said = repeated < 0 ? message : message.substring(0, repeated);
        int code = said.lastIndexOf(" [");
        return (code > 0 && said.endsWith("]") ? said.substring(0, code) : said).strip();
    }
}
