package org.ianawatch.store;

/** A query that gave no result, by its own fault or by somebody's wish; the message says why in a sentence. */
public final class QueryException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int UNKNOWN = -1;
    private static final long MEBIBYTE = 1L << 20;

    private final String statement;
    private final int position;

    QueryException(String statement, int position, String message) {
        super(message);
        this.statement = statement;
        this.position = position;
    }

    QueryException(String statement, String message) {
        this(statement, UNKNOWN, message);
    }

    /** A query whose answer is more than the memory holds. */
    public static QueryException outOfMemory(String statement) {
        return new QueryException(
                statement,
                "the query needs more memory than the " + Runtime.getRuntime().maxMemory() / MEBIBYTE
                        + " MiB there are: ask for less, or set IANAWATCH_JAVA_OPTIONS=-Xmx2g");
    }

    /** The query. */
    public String statement() {
        return statement;
    }

    /** Where in the query it went wrong, in {@code char}s counted from 0; negative where that is not known. */
    public int position() {
        return position;
    }
}
