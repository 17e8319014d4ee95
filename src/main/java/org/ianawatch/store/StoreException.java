package org.ianawatch.store;

/**
 * Something that should not happen went wrong in the store; the message says what; where it is the database, the
 * cause says with which statement.
 */
public class StoreException extends RuntimeException {
    /** How a message ends that does not know whether the store is sound. */
    public static final String ADVICE = "; 'ianawatch verify' tells whether the store is sound";

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
