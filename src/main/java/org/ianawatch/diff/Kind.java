package org.ianawatch.diff;

import java.util.Locale;

/** The kinds of change, in the order in which reports list those of one port. */
public enum Kind {
    /** A service is on a port now that was not before. */
    ASSIGNED,
    /** A service was on a port that is not now. */
    DEASSIGNED,
    /** An assigned port lost exactly one service and gained exactly one. */
    RENAMED,
    /** A port became reserved, and held no service before. */
    RESERVED,
    /** A port went from reserved back to the pool. */
    UNASSIGNED,
    /** A row with the same name, ports and transport has other values. */
    AMENDED;

    /** The word in lower case, as in the JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of that word.
     *
     * @throws IllegalArgumentException when there is none, with the words that there are
     */
    public static Kind ofWord(String word) {
        for (Kind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("'" + word
                + "' is no kind of change: there are assigned, deassigned, renamed, reserved, unassigned, amended");
    }
}
