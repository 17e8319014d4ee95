package org.ianawatch.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.ianawatch.csv.CsvRecord;
import org.jspecify.annotations.Nullable;

/** The end of the history, at which a snapshot is appended. It keeps the rows in force, so that a series is quick. */
final class Timeline {
    private final RowVersions versions;
    private List<RowVersions.Placed> rows;
    private List<CsvRecord> inForce;
    private List<RowVersions.Placed> ended = List.of();

    /** The end after the rows of the newest snapshot. */
    Timeline(RowVersions versions, List<RowVersions.Placed> rows) {
        this.versions = versions;
        this.rows = rows;
        this.inForce = records(rows);
    }

    /** The rows in force, in the file's order. */
    List<RowVersions.Placed> rows() {
        return rows;
    }

    /** The rows that ended with the snapshot that was appended last. */
    List<RowVersions.Placed> ended() {
        return ended;
    }

    /** Ends and begins row versions so that from this snapshot on the records are in force; inside a transaction. */
    void append(int snapshot, Instant observedAt, List<CsvRecord> records) {
        int[] same = Placement.of(inForce, records);
        List<RowVersions.@Nullable Placed> placed = new ArrayList<>();
        BitSet kept = new BitSet();
        for (int index : same) {
            placed.add(index < 0 ? null : rows.get(index));
            if (index >= 0) {
                kept.set(index);
            }
        }
        List<RowVersions.Placed> begun = new ArrayList<>();
        if (!place(snapshot, placed, records, begun)) {
            versions.spread();
            rows = versions.inForce(snapshot - 1);
            inForce = records(rows);
            append(snapshot, observedAt, records);
            return;
        }
        List<RowVersions.Placed> ending = without(kept);
        versions.end(snapshot, observedAt, ending);
        ended = ending;
        rows = withIds(placed, versions.begin(snapshot, observedAt, begun));
        inForce = records;
    }

    private List<RowVersions.Placed> without(BitSet kept) {
        List<RowVersions.Placed> ending = new ArrayList<>();
        for (int index = kept.nextClearBit(0); index < rows.size(); index = kept.nextClearBit(index + 1)) {
            ending.add(rows.get(index));
        }
        return ending;
    }

    /** Finds places for the rows that begin; false where there is no room. */
    private boolean place(
            int snapshot,
            List<RowVersions.@Nullable Placed> placed,
            List<CsvRecord> records,
            List<RowVersions.Placed> begun) {
        int index = 0;
        while (index < placed.size()) {
            if (placed.get(index) != null) {
                index++;
                continue;
            }
            int end = index;
            while (end < placed.size() && placed.get(end) == null) {
                end++;
            }
            long[] positions = Positions.between(position(placed, index - 1), position(placed, end), end - index)
                    .orElse(null);
            if (positions == null) {
                return false;
            }
            for (long position : positions) {
                RowVersions.Placed row = new RowVersions.Placed(0, snapshot, position, records.get(index));
                begun.add(row);
                placed.set(index++, row);
            }
        }
        return true;
    }

    private static List<CsvRecord> records(List<RowVersions.Placed> rows) {
        return rows.stream().map(RowVersions.Placed::record).toList();
    }

    private static @Nullable Long position(List<RowVersions.@Nullable Placed> placed, int index) {
        RowVersions.Placed row = index < 0 || index >= placed.size() ? null : placed.get(index);
        return row == null ? null : row.position();
    }

    /** All rows, those that begin with the ids that they got. */
    private static List<RowVersions.Placed> withIds(
            List<RowVersions.@Nullable Placed> placed, List<RowVersions.Placed> begun) {
        Iterator<RowVersions.Placed> next = begun.iterator();
        List<RowVersions.Placed> rows = new ArrayList<>(placed.size());
        for (RowVersions.Placed row : placed) {
            if (row == null) {
                throw new IllegalStateException("a row without a place");
            }
            rows.add(row.id() == 0 ? next.next() : row);
        }
        return rows;
    }
}
