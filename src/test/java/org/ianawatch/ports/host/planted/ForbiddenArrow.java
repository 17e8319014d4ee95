package org.ianawatch.ports.host.planted;

import org.ianawatch.diff.Kind;

/** What no class of this room may do. */
public final class ForbiddenArrow {
    private ForbiddenArrow() {}

    public static String of(Kind other) {
        return other.toString();
    }
}
