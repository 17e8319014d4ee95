package org.ianawatch.fetch;

import java.io.IOException;

/** The total time is over. */
final class OutOfTimeException extends IOException {
    private static final long serialVersionUID = 1L;

    OutOfTimeException() {
        super("the total time is over");
    }
}
