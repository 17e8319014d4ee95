package org.ianawatch.cli.planted;

import org.ianawatch.planted.Homeless;

/** What no class of this room may do: it may use all rooms, and this is none. */
public final class ForbiddenArrow {
    private ForbiddenArrow() {}

    public static String of(Homeless other) {
        return other.toString();
    }
}
