package org.ianawatch.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.ianawatch.store.SnapshotEntry;

/** Dates of snapshots for people: the day, in UTC, and the time beside it where a day has several. */
final class Dates {
    private final Set<LocalDate> crowded = new HashSet<>();

    /** Of snapshots that are told apart by their dates. */
    Dates(Collection<SnapshotEntry> snapshots) {
        Set<LocalDate> days = new HashSet<>();
        for (SnapshotEntry entry : snapshots) {
            if (!days.add(entry.date())) {
                crowded.add(entry.date());
            }
        }
    }

    /** When one was observed. */
    String of(Instant observedAt) {
        return crowded.contains(LocalDate.ofInstant(observedAt, ZoneOffset.UTC))
                ? observedAt.truncatedTo(ChronoUnit.SECONDS).toString()
                : day(observedAt);
    }

    /** The day in UTC. */
    static String day(Instant instant) {
        return instant.toString().substring(0, "2019-12-22".length());
    }
}
