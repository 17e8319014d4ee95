package org.ianawatch.cli.console;

/** What was asked cannot be done as it was asked; the message says what is possible. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }

    public UsageException(IllegalArgumentException wrong) {
        super(wrong.getMessage(), wrong);
    }
}
