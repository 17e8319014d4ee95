package org.ianawatch.cli.console;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.ianawatch.answer.Snapshots;

/** Dates of snapshots for people: the day, in UTC, and the time beside it where a day has several. */
public final class Dates {
    private final Snapshots snapshots;

    /** Of snapshots that are told apart by their dates. */
    public Dates(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** When one was observed. */
    public String of(Instant observedAt) {
        return snapshots.isCrowded(observedAt)
                ? observedAt.truncatedTo(ChronoUnit.SECONDS).toString()
                : day(observedAt);
    }

    /** The day in UTC. */
    public static String day(Instant instant) {
        return instant.toString().substring(0, "2019-12-22".length());
    }
}
