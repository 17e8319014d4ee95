package org.ianawatch.diff.group.planted;

import org.ianawatch.csv.LineEnd;

/** What no class of this room may do. */
public final class ForbiddenArrow {
    private ForbiddenArrow() {}

    public static String of(LineEnd other) {
        return other.text();
    }
}
