package org.ianawatch.cli.uses.planted;

import org.ianawatch.cli.Main;

/** What no class of this room may do: the room around it uses it, and not the other way. */
public final class ForbiddenArrow {
    private ForbiddenArrow() {}

    public static void of(String[] arguments) {
        Main.main(arguments);
    }
}
