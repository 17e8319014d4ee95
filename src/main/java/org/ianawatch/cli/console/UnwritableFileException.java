package org.ianawatch.cli.console;

import java.io.IOException;

/** A file that a person named for the answer cannot be written. */
final class UnwritableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /** In a sentence that names the file. */
    public UnwritableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
