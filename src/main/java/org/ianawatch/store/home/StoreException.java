package org.ianawatch.store.home;

/**
 * Something that should not happen went wrong in the store; the message says what; where it is the database, the
 * cause says with which statement.
 */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    /** An exception with its cause. */
    public StoreException(String message, Throwable cause) {
        this(message, "", cause);
    }

    /**
     * An exception with its cause.
     *
     * @param problem the sentence without what to do
     * @param advice what to do, with what stands between it and the problem
     */
    public StoreException(String problem, String advice, Throwable cause) {
        super(problem + advice, cause);
        this.problem = problem;
    }

    /** An exception that has no other cause. */
    public StoreException(String message) {
        super(message);
        this.problem = message;
    }

    /** The message without what to do. */
    public String problem() {
        return problem;
    }

    /** The same with other advice, for whom the advice that it has is no help; as it is where it has none of its own. */
    public StoreException advising(String advice) {
        return problem.equals(getMessage()) ? this : new StoreException(problem, advice, this);
    }
}
