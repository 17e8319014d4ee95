package org.ianawatch.fetch.planted;

import org.ianawatch.registry.Status;

/** What no class of this room may do. */
public final class ForbiddenArrow {
    private ForbiddenArrow() {}

    public static String of(Status other) {
        return other.toString();
    }
}
