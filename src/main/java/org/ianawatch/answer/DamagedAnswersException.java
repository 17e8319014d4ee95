package org.ianawatch.answer;

/** A published file is not as it was written: the disk damaged it, or a program of another version wrote it. */
final class DamagedAnswersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedAnswersException(String message) {
        super(message);
    }

    DamagedAnswersException(String message, Throwable cause) {
        super(message, cause);
    }
}
