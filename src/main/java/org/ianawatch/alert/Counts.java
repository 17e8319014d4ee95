package org.ianawatch.alert;

import java.util.Locale;

/** Numbers of things in words. */
final class Counts {
    private Counts() {}

    /** {@code 1,203}. */
    static String of(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 change}, {@code 1,203 changes}. */
    static String of(int number, String noun) {
        return of(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
