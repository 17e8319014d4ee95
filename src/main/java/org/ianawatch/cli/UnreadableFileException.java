package org.ianawatch.cli;

import java.io.IOException;

/** A file that a person named cannot be read as the registry. */
final class UnreadableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
