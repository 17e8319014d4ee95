package org.ianawatch.store.query;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.h2.api.ErrorCode;
import org.ianawatch.store.jdbc.SqlFailures;

/** Puts H2's messages into a sentence: without the statement that it repeats, and with what to do next. */
final class QueryErrors {
    private QueryErrors() {}

    static QueryException of(String statement, SQLException failed, List<View> views) {
        if (failed.getCause() instanceof StackOverflowError) {
            return of(statement, failed.getCause());
        }
        if (failed.getCause() instanceof PatternSyntaxException wrong) {
            return new QueryException(
                    statement,
                    "the query failed: '" + wrong.getPattern() + "' is no regular expression: "
                            + wrong.getDescription());
        }
        String message = SqlFailures.withoutNoise(failed);
        QueryMistakes mistakes = new QueryMistakes(statement, message, views);
        return switch (failed.getErrorCode()) {
            case ErrorCode.SYNTAX_ERROR_1, ErrorCode.SYNTAX_ERROR_2 ->
                QuerySyntax.error(statement, String.valueOf(failed.getMessage()), views);
            case ErrorCode.OUT_OF_MEMORY -> QueryException.outOfMemory(statement);
            case ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
                    ErrorCode.SCHEMA_NOT_FOUND_1 -> mistakes.noView();
            case ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1, ErrorCode.ADMIN_RIGHTS_REQUIRED -> mistakes.forbidden();
            case ErrorCode.COLUMN_NOT_FOUND_1 -> mistakes.noColumn();
            case ErrorCode.AMBIGUOUS_COLUMN_NAME_1 -> mistakes.twoColumns();
            case ErrorCode.FUNCTION_NOT_FOUND_1 -> mistakes.noFunction();
            case ErrorCode.MUST_GROUP_BY_COLUMN_1 -> mistakes.notGrouped();
            case ErrorCode.ORDER_BY_NOT_IN_RESULT -> mistakes.notInResult();
            case ErrorCode.INVALID_DATETIME_CONSTANT_2 -> mistakes.noTime();
            case ErrorCode.DATA_CONVERSION_ERROR_1 -> mistakes.otherType();
            case ErrorCode.TYPES_ARE_NOT_COMPARABLE_2 -> mistakes.notComparable();
            default -> new QueryException(statement, "the query failed: " + message);
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
}
