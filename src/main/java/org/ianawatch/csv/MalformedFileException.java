package org.ianawatch.csv;

/** A file that cannot be read as the registry. The message says what is wrong with it, and where. */
public final class MalformedFileException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why a file cannot be read. */
    public enum Reason {
        /** There is nothing in it, or nothing but the header. */
        EMPTY,
        /** It is a web page. */
        HTML,
        /** Some bytes are no UTF-8. */
        NOT_UTF_8,
        /** It has a NUL character, which no text has. */
        NUL,
        /** One of the twelve columns is missing. */
        HEADER,
        /** It ends in the middle of a record. */
        TRUNCATED,
        /** A record is not one of the registry's. */
        RECORD
    }

    private final Reason reason;

    /** An exception with a message that fits after {@code it cannot be read as the registry: }. */
    public MalformedFileException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why, for programs. */
    public Reason reason() {
        return reason;
    }
}
