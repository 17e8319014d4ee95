package org.ianawatch.sync;

/** An import stopped at a file; those before it are in the store. The message names it and says why. */
public final class ImportRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** An exception with a message for people. */
    public ImportRefusedException(String message) {
        super(message);
    }
}
