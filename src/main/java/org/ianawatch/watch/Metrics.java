package org.ianawatch.watch;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.time.Duration;
import java.time.Instant;
import org.ianawatch.diff.Kind;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SyncRun;
import org.jspecify.annotations.Nullable;

/** The metrics of a watch at a time; described in {@code docs/watch.md}. What never was has the time 0. */
final class Metrics {
    private static final double MILLISECONDS = 1000;

    private final MetricSnapshots.Builder metrics = MetricSnapshots.builder();

    private Metrics() {}

    static MetricSnapshots of(Board board, Instant now, String version) {
        Metrics metrics = new Metrics();
        metrics.addProgram(board, version);
        metrics.addTimes(board, now);
        metrics.addStore(board.figures());
        metrics.addCounts(board);
        return metrics.metrics.build();
    }

    private void addProgram(Board board, String version) {
        metrics.metricSnapshot(InfoSnapshot.builder()
                .name("ianawatch_build")
                .help("The program's version.")
                .dataPoint(InfoDataPointSnapshot.builder()
                        .labels(Labels.of("version", version))
                        .build())
                .build());
        addGauge(
                "ianawatch_configuration_last_reload_successful",
                "Whether the configuration could be used when it was read last; if not, the one before is in force.",
                board.isConfigurationGood() ? 1 : 0);
    }

    private void addTimes(Board board, Instant now) {
        Standing standing = board.figures().standing();
        SyncRun check = standing.lastCheck();
        SyncRun success = standing.lastSuccess();
        SnapshotEntry newest = standing.newest();
        Duration age = standing.age(now);
        addTime(
                "ianawatch_last_check_timestamp_seconds",
                "When the last check ended, however it did.",
                check == null ? null : check.finishedAt());
        addTime(
                "ianawatch_last_success_timestamp_seconds",
                "When the last check ended after which the store had what the source had.",
                success == null ? null : success.finishedAt());
        addTime(
                "ianawatch_last_change_timestamp_seconds",
                "When the newest snapshot was observed.",
                newest == null ? null : newest.observedAt());
        addTime("ianawatch_next_check_timestamp_seconds", "When the next check is due.", board.nextCheck());
        addSeconds(
                "ianawatch_last_success_age_seconds",
                "The time since the last success; without end where there was none, or it is still to come.",
                age == null ? Double.POSITIVE_INFINITY : age.toMillis() / MILLISECONDS);
    }

    private void addStore(Figures figures) {
        Standing standing = figures.standing();
        SnapshotEntry newest = standing.newest();
        addGauge("ianawatch_snapshots", "Snapshots in the store.", newest == null ? 0 : newest.number());
        addGauge("ianawatch_registrations", "Rows of the newest snapshot.", newest == null ? 0 : newest.recordCount());
        addGauge("ianawatch_quarantined_downloads", "Downloads that wait for a decision.", standing.quarantined());
        metrics.metricSnapshot(GaugeSnapshot.builder()
                .name("ianawatch_deliveries")
                .help("Deliveries that are tried again (pending) or wait for a decision (parked).")
                .dataPoint(gauge(Labels.of("state", "pending"), (double) standing.pending()))
                .dataPoint(gauge(Labels.of("state", "parked"), (double) standing.parked()))
                .build());
        GaugeSnapshot.Builder uses = GaugeSnapshot.builder()
                .name("ianawatch_uses")
                .help("Uses of this site, by the strongest status of any of their ports or rows.");
        figures.uses().forEach((status, count) -> uses.dataPoint(gauge(Labels.of("status", status), (double) count)));
        metrics.metricSnapshot(uses.build());
        CounterSnapshot.Builder changes = CounterSnapshot.builder()
                .name("ianawatch_changes")
                .help("Changes in the store, cosmetic ones not counted.");
        for (Kind kind : Kind.OF_PORTS) {
            changes.dataPoint(
                    count(Labels.of("kind", kind.word()), figures.changes().getOrDefault(kind, 0L)));
        }
        metrics.metricSnapshot(changes.build());
    }

    private void addCounts(Board board) {
        CounterSnapshot.Builder checks =
                CounterSnapshot.builder().name("ianawatch_checks").help("Checks since the start, by how they ended.");
        board.checks()
                .forEach((outcome, count) -> checks.dataPoint(count(Labels.of("outcome", outcome.word()), count)));
        metrics.metricSnapshot(checks.build());
        CounterSnapshot.Builder tries = CounterSnapshot.builder()
                .name("ianawatch_delivery_tries")
                .help("Tries to deliver since the start, by channel and by how they ended.");
        board.tries()
                .forEach((key, count) ->
                        tries.dataPoint(count(Labels.of("channel", key.channel(), "outcome", key.outcome()), count)));
        metrics.metricSnapshot(tries.build());
    }

    private void addTime(String name, String help, @Nullable Instant time) {
        addSeconds(name, help, time == null ? 0 : time.toEpochMilli() / MILLISECONDS);
    }

    private void addSeconds(String name, String help, double seconds) {
        metrics.metricSnapshot(GaugeSnapshot.builder()
                .name(name)
                .unit(Unit.SECONDS)
                .help(help)
                .dataPoint(gauge(Labels.EMPTY, seconds))
                .build());
    }

    private void addGauge(String name, String help, double value) {
        metrics.metricSnapshot(GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(gauge(Labels.EMPTY, value))
                .build());
    }

    private static GaugeDataPointSnapshot gauge(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }

    private static CounterDataPointSnapshot count(Labels labels, long value) {
        return CounterDataPointSnapshot.builder()
                .labels(labels)
                .value((double) value)
                .build();
    }
}
