package org.ianawatch.store.query;

import java.util.List;

/** A query that gave no result, by its own fault or by somebody's wish; the message says why in a sentence. */
public final class QueryException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int NOWHERE = -1;
    private static final long MEBIBYTE = 1L << 20;

    /**
     * A word that stands for nothing.
     *
     * @param word as it was written
     * @param known what there is in its place, in lower case; one of them may have been meant
     * @param otherwise what the message goes on with when none of them was
     */
    public record Unknown(String word, List<String> known, String otherwise) {}

    private final String statement;
    private final int position;
    private final transient List<Unknown> unknown;

    QueryException(String statement, int position, String message, List<Unknown> unknown) {
        super(message);
        this.statement = statement;
        this.position = position;
        this.unknown = unknown;
    }

    QueryException(String statement, int position, String message) {
        this(statement, position, message, List.of());
    }

    QueryException(String statement, String message) {
        this(statement, NOWHERE, message);
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

    /** The words that may be at fault, the likeliest first, where it is one that stands for nothing. */
    public List<Unknown> unknown() {
        return unknown;
    }
}
