package org.ianawatch.config;

import java.util.List;

/** A file that is no configuration. */
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    ConfigurationException(List<Problem> problems) {
        super(String.valueOf(problems));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, in the file's order, at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
