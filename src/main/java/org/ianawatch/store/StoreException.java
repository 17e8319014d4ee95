package org.ianawatch.store;

/**
 * Something that should not happen went wrong in the store; the message says what; where it is the database, the
 * cause says with which statement.
 */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An exception with its cause. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** An exception that has no other cause. */
    public StoreException(String message) {
        super(message);
    }
}
