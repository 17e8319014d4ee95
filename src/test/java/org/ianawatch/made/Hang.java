package org.ianawatch.made;

import java.time.Duration;

/** What nothing may take, however busy the machine is: only what hangs is ended by it. */
public final class Hang {
    /** As long as a test may take; see junit-platform.properties. */
    public static final Duration LIMIT = Duration.ofMinutes(10);

    private Hang() {}
}
