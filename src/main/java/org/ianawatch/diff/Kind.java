package org.ianawatch.diff;

import java.util.List;
import java.util.Locale;
import org.ianawatch.registry.Status;
import org.ianawatch.registry.Word;

/** The kinds of change, in the order in which reports list those of one code. */
public enum Kind implements Word {
    /** A name is on a code now that was not before. */
    ASSIGNED,
    /** A name was on a code that is not now. */
    DEASSIGNED,
    /** An assigned code lost exactly one name and gained exactly one. */
    RENAMED,
    /** A code became reserved, and held no name before. */
    RESERVED,
    /** A code without a name went back to the pool. */
    UNASSIGNED,
    /** A code without a name became one for private use. */
    PRIVATE_USE,
    /** A code without a name became one for experiments. */
    EXPERIMENTAL,
    /** A row with the same name, codes and space has other values. */
    AMENDED;

    /** Those that service names and port numbers have: RFC 6335 knows neither ports for private use nor for experiments. */
    public static final List<Kind> OF_PORTS = List.of(ASSIGNED, DEASSIGNED, RENAMED, RESERVED, UNASSIGNED, AMENDED);

    /** The kind of a change to a status that is no assignment. */
    static Kind of(Status status) {
        return ofWord(status.word());
    }

    /** The word in lower case, as in the JSON. */
    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
