package org.ianawatch.cli.command;

/** A command line cannot be understood; the message says why, and what is possible. */
public final class WrongArgumentsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String command;

    WrongArgumentsException(String command, String message) {
        super(message);
        this.command = command;
    }

    /** The command whose help tells more, such as {@code ianawatch uses add}. */
    public String command() {
        return command;
    }
}
