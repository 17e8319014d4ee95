package org.ianawatch.sync;

/** An import stopped at a file; those before it are in the store. The message names it and says why. */
public final class ImportRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean malformed;

    /**
     * An exception with a message for people.
     *
     * @param malformed whether the file cannot be read at all; otherwise the guard or its date stands against it
     */
    public ImportRefusedException(String message, boolean malformed) {
        super(message);
        this.malformed = malformed;
    }

    /** Whether the file cannot be read at all. */
    public boolean isMalformed() {
        return malformed;
    }
}
