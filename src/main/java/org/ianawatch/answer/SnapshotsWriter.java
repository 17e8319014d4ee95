package org.ianawatch.answer;

import java.io.IOException;
import java.util.Map;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.diff.Kind;
import org.ianawatch.store.SnapshotEntry;

/** Writes what is known of snapshots, as {@link Snapshots} reads it. */
final class SnapshotsWriter {
    private final Output directory = new Output();
    private final Output records = new Output();

    /**
     * Adds the next one.
     *
     * @param counts how many changes of each kind it brought, cosmetic ones not counted
     * @param firstChange the place of the first of its changes
     */
    void add(SnapshotEntry entry, Map<Kind, Integer> counts, int firstChange) {
        directory.time(entry.observedAt());
        for (Kind kind : Kind.values()) {
            directory.integer(counts.getOrDefault(kind, 0));
        }
        directory.integer(firstChange).integer(records.size());
        Output record = new Output().toRecord(record(entry, new Output()));
        records.raw(record.toBytes());
    }

    /** What {@link Snapshots#read} reads. */
    static Output record(SnapshotEntry entry, Output record) {
        CsvFile.Style style = entry.style();
        return record.integer(entry.number())
                .time(entry.observedAt())
                .text(entry.origin().name())
                .text(entry.source())
                .text(entry.sha256())
                .integer(entry.byteCount())
                .integer(entry.recordCount())
                .textOrNull(entry.lastUpdated())
                .flag(style.byteOrderMark())
                .text(style.headerText())
                .text(style.lineEnd().name())
                .flag(style.endsWithLineEnd());
    }

    void finish(AnswerFileWriter file) throws IOException {
        file.write(Section.SNAPSHOTS, directory);
        file.write(Section.SNAPSHOT_RECORDS, records);
    }
}
