package org.ianawatch.fetch;

import org.jspecify.annotations.Nullable;

/** A source gave no content. The message is one sentence: what was attempted, on what, why it failed, and what to do. */
public final class SourceUnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String problem;

    /**
     * A failure to read.
     *
     * @param message a sentence for a person, without passwords
     * @param cause null when a server answered, only not with a content
     */
    public SourceUnreadableException(String message, @Nullable Throwable cause) {
        this(message, "", cause);
    }

    /**
     * A failure to read.
     *
     * @param problem the sentence without what to do
     * @param advice what to do, with what stands between it and the problem
     */
    SourceUnreadableException(String problem, String advice, @Nullable Throwable cause) {
        super(problem + advice, cause);
        this.problem = problem;
    }

    /** The message without what to do, for what nobody needs to do anything about. */
    String problem() {
        return problem;
    }
}
