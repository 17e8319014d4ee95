package org.ianawatch.store;

import org.jspecify.annotations.Nullable;

/** Text that stands in one line, such as a name: no control character is stored in it. Public for the other rooms of the store. */
public final class OneLine {
    /** As a regular expression of H2's and Java's. */
    public static final String CONTROL_CHARACTER = "[\\x00-\\x1f\\x7f-\\x9f]";

    private OneLine() {}

    /** The text with a blank in place of each control character; null for null. */
    static @Nullable String ofNullable(@Nullable String text) {
        return text == null ? null : of(text);
    }

    /** The text with a blank in place of each control character. */
    public static String of(String text) {
        return text.replaceAll(CONTROL_CHARACTER, " ");
    }
}
