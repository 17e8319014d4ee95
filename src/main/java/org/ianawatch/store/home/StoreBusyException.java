package org.ianawatch.store.home;

/** Another process holds the store, and did not let go of it within the time to wait. The message names it. */
public final class StoreBusyException extends Exception {
    private static final long serialVersionUID = 1L;

    /** An exception with a message for people. */
    public StoreBusyException(String message) {
        super(message);
    }
}
