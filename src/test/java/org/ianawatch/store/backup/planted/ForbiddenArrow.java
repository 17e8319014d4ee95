package org.ianawatch.store.backup.planted;

import org.ianawatch.report.Style;

/** What no class of this room may do. */
public final class ForbiddenArrow {
    private ForbiddenArrow() {}

    public static String of(Style other) {
        return other.toString();
    }
}
