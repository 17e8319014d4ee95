package org.ianawatch.store;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ianawatch.registry.Word;

/** How a snapshot came into the store. */
public enum Origin implements Word {
    /** Downloaded by a sync. */
    SYNC,
    /** Read from a dated file. */
    IMPORT,
    /** Refused by the guard, and taken all the same by a person's word. */
    ACCEPTED,
    /** A step back that was still there after the time to settle. */
    SETTLED;

    /** The words of all. */
    public static final List<String> WORDS =
            Arrays.stream(values()).map(Origin::word).toList();

    /** The word in lower case, as the views have it. */
    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of a word in the store. */
    public static Origin ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
