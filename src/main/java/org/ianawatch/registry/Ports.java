package org.ianawatch.registry;

import org.jspecify.annotations.Nullable;

/** How ports are spelled: {@code 278} or {@code 272-279}, from 0 to 65535. */
public final class Ports {
    /** The last port there is: the field in the headers of the transports has 16 bits. */
    public static final int LAST = 65_535;

    private Ports() {}

    /**
     * Reads {@code 278} or {@code 272-279}, as the registry spells them.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    public static Span parse(String text) {
        int dash = text.indexOf('-');
        try {
            int low = number(dash < 0 ? text : text.substring(0, dash));
            int high = dash < 0 ? low : number(text.substring(dash + 1));
            if (high > LAST || low > high) {
                throw new IllegalArgumentException(
                        "'" + text + "' is no port or range of ports: they go from 0 to 65535, the lower one first");
            }
            return new Span(low, high);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no port and no range of ports: write 278 or 272-279", notANumber);
        }
    }

    /** Java takes signs, and the digits of any script. */
    private static int number(String digits) {
        for (int index = 0; index < digits.length(); index++) {
            if (digits.charAt(index) < '0' || digits.charAt(index) > '9') {
                throw new NumberFormatException(digits);
            }
        }
        return Integer.parseInt(digits);
    }

    /** The ports that a text spells as {@link #parse} reads it, or null where it spells none. */
    public static @Nullable Span find(String text) {
        try {
            return text.isEmpty() ? null : parse(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
