package org.ianawatch.alert.channel.planted;

import org.ianawatch.store.home.Home;

/** What no class of this room may do. */
public final class ForbiddenArrow {
    private ForbiddenArrow() {}

    public static String of(Home other) {
        return other.toString();
    }
}
