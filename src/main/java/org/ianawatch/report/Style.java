package org.ianawatch.report;

/** Colour at a terminal (ECMA-48), or none. */
public enum Style {
    /** Text as it is. */
    PLAIN,
    /** Text between escape sequences. */
    ANSI;

    private static final String RESET = "\u001b[0m";

    /** {@link #ANSI} where colour is wanted, else {@link #PLAIN}. */
    public static Style colour(boolean wanted) {
        return wanted ? ANSI : PLAIN;
    }

    /** For what the eye should find first. */
    public String bold(String text) {
        return paint("\u001b[1m", text);
    }

    /** For what may be overlooked. */
    public String dim(String text) {
        return paint("\u001b[2m", text);
    }

    /** For what is gone or wrong. */
    public String red(String text) {
        return paint("\u001b[31m", text);
    }

    /** For what is new or well. */
    public String green(String text) {
        return paint("\u001b[32m", text);
    }

    /** For what is different or doubtful. */
    public String yellow(String text) {
        return paint("\u001b[33m", text);
    }

    /** For what is set aside. */
    public String magenta(String text) {
        return paint("\u001b[35m", text);
    }

    /** For what is free again, and for hints. */
    public String cyan(String text) {
        return paint("\u001b[36m", text);
    }

    private String paint(String sequence, String text) {
        return this == PLAIN || text.isEmpty() ? text : sequence + text + RESET;
    }
}
