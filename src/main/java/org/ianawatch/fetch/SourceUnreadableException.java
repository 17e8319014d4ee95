package org.ianawatch.fetch;

import org.jspecify.annotations.Nullable;

/** A source gave no content. The message is one sentence: what was attempted, on what, why it failed, and what to do. */
public final class SourceUnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to read.
     *
     * @param message a sentence for a person, without passwords
     * @param cause null when a server answered, only not with a content
     */
    public SourceUnreadableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
