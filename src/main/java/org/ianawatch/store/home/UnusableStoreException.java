package org.ianawatch.store.home;

/** The home has no store, or one that this program must not touch. The message says what to do. */
public final class UnusableStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An exception with a message for people. */
    public UnusableStoreException(String message) {
        super(message);
    }
}
