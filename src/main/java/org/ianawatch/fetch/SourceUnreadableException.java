package org.ianawatch.fetch;

public final class SourceUnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    public SourceUnreadableException(String m, Throwable c) {
        super(m, c);
    }
}
