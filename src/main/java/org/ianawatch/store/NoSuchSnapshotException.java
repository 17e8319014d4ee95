package org.ianawatch.store;

/** There is no snapshot of that number or time. The message says which there are. */
public final class NoSuchSnapshotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An exception with a message for people. */
    public NoSuchSnapshotException(String message) {
        super(message);
    }
}
