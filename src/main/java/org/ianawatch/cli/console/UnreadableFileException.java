package org.ianawatch.cli.console;

import java.io.IOException;

/** A file that a person named cannot be read as the registry. */
public final class UnreadableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /** In a sentence that names the file. */
    public UnreadableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
