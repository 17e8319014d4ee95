package org.ianawatch.store;

import java.util.List;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.registry.Snapshot;

/** A snapshot as it stands in the store: what was published, and the places of its rows. Immutable. */
public final class StoredSnapshot {
    private final SnapshotEntry entry;
    private final CsvFile file;
    private final List<RowVersions.Placed> rows;

    StoredSnapshot(SnapshotEntry entry, CsvFile file, List<RowVersions.Placed> rows) {
        this.entry = entry;
        this.file = file;
        this.rows = List.copyOf(rows);
    }

    /** The snapshot without its rows. */
    public SnapshotEntry entry() {
        return entry;
    }

    /** The file, as it was published. */
    public CsvFile file() {
        return file;
    }

    /** What it says. */
    public Snapshot snapshot() {
        return file.snapshot(entry.label(), entry.sha256());
    }

    List<RowVersions.Placed> rows() {
        return rows;
    }
}
