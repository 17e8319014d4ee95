package org.ianawatch.watch.planted;

import org.ianawatch.fetch.Limits;

/** What no class of this room may do. */
public final class ForbiddenArrow {
    private ForbiddenArrow() {}

    public static String of(Limits other) {
        return other.toString();
    }
}
