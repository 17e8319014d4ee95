package org.ianawatch.cli;

/** What was asked cannot be done as it was asked; the message says what is possible. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    UsageException(IllegalArgumentException wrong) {
        super(wrong.getMessage(), wrong);
    }
}
