package org.ianawatch.fetch;

import java.io.IOException;

/** What this program will not take or do; asking again would not change it. */
final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String advice;

    /**
     * A refusal.
     *
     * @param message what is refused
     * @param advice what to do about it
     */
    RefusedException(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
