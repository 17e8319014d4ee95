package org.ianawatch.cli.console;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.OptionGroup;
import org.ianawatch.cli.command.Values;
import org.ianawatch.store.SnapshotEntry;

/** The options that pick snapshots by the time of their observation. */
public final class SpanOptions {
    private static final Option<Instant> SINCE = Option.timed(
            "--since", "DATE", Readings::start, "Only what was observed on this date or later (2019, 2019-12, 30d).");
    private static final Option<Instant> UNTIL =
            Option.timed("--until", "DATE", Readings::end, "Only what was observed on this date or before.");
    /** The options, under their title. */
    public static final OptionGroup GROUP = new OptionGroup("When", List.of(SINCE, UNTIL));

    private final Instant first;
    private final Instant last;

    /** From the values of the options. */
    public SpanOptions(Values values) {
        this.first = Objects.requireNonNullElse(values.find(SINCE), Instant.MIN);
        this.last = Objects.requireNonNullElse(values.find(UNTIL), Instant.MAX);
    }

    /** Those of the snapshots that are meant, in their order. */
    public List<SnapshotEntry> of(List<SnapshotEntry> snapshots) {
        return snapshots.stream()
                .filter(entry -> !entry.observedAt().isBefore(first))
                .filter(entry -> !entry.observedAt().isAfter(last))
                .toList();
    }
}
