package org.ianawatch.planted;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.logging.Logger;

/** Calls that belong to one class each, and this is none of them. */
@SuppressWarnings({"SystemOut", "ThreadSleep", "JavaUtilDate", "CatchAndPrintStackTrace"})
public final class ForbiddenCalls {
    private ForbiddenCalls() {}

    public static void streams() {
        System.out.println(System.getenv("HOME"));
        System.err.println(System.in);
        new IllegalStateException().printStackTrace();
    }

    public static void end() {
        Runtime.getRuntime().halt(1);
        System.exit(1);
    }

    public static void logging() {
        Logger.getLogger("").info("");
        System.getLogger("").log(System.Logger.Level.INFO, "");
    }

    public static String time() {
        return "" + Instant.now() + LocalDate.now(ZoneOffset.UTC) + Clock.systemUTC() + System.currentTimeMillis()
                + new Date();
    }

    public static void waiting() throws InterruptedException {
        Thread.sleep(1);
    }
}
