package org.ianawatch.cli.console;

/** What was asked cannot be done as it was asked; the message says what is possible. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** In a sentence of its own. */
    public UsageException(String message) {
        super(message);
    }

    /** In the words of who refused a value. */
    public UsageException(IllegalArgumentException wrong) {
        super(wrong.getMessage(), wrong);
    }
}
