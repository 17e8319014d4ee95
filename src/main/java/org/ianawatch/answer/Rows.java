package org.ianawatch.answer;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.ianawatch.csv.CsvRecord;
import org.ianawatch.csv.LineEnd;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Span;
import org.ianawatch.store.RowVersion;
import org.ianawatch.store.SnapshotRoles;

/** The row versions of a registry by rank, which is their order in the files and then in time. */
final class Rows {
    private static final int FROM = Long.BYTES;
    private static final int UNTIL = FROM + Integer.BYTES;
    private static final int RECORD = UNTIL + Integer.BYTES;
    private static final int ENTRY_BYTES = RECORD + Integer.BYTES;

    private final AnswerFile file;
    private final SnapshotRoles roles;
    private final ByteBuffer directory;
    private final int count;

    Rows(AnswerFile file, SnapshotRoles roles) {
        this.file = file;
        this.roles = roles;
        this.directory = file.section(Section.ROWS);
        this.count = directory.capacity() / ENTRY_BYTES;
    }

    int count() {
        return count;
    }

    int from(int rank) {
        return directory.getInt(rank * ENTRY_BYTES + FROM);
    }

    int until(int rank) {
        return directory.getInt(rank * ENTRY_BYTES + UNTIL);
    }

    /** Whether a snapshot has the row version. */
    boolean isIn(int rank, int snapshot) {
        return from(rank) <= snapshot && snapshot < until(rank);
    }

    /** Whether the newest snapshot has the row version. */
    boolean isInForce(int rank) {
        return until(rank) == RowVersion.OPEN;
    }

    /** Shows the ranks of the rows of a snapshot, in its order. */
    void each(int snapshot, IntConsumer look) {
        for (int rank = 0; rank < count; rank++) {
            if (isIn(rank, snapshot)) {
                look.accept(rank);
            }
        }
    }

    /** What a row version says. */
    Entry entry(int rank) {
        return entry(rank, values(rank));
    }

    /** The values of a row version, not checked. */
    String[] values(int rank) {
        return record(rank).texts();
    }

    RowVersion version(int rank) {
        return new RowVersion(from(rank), until(rank), entry(rank));
    }

    List<RowVersion> versions(int[] ranks) {
        List<RowVersion> versions = new ArrayList<>(ranks.length);
        for (int rank : ranks) {
            versions.add(version(rank));
        }
        return versions;
    }

    /** The row versions that touch any of the ports. */
    List<RowVersion> touching(Span ports) {
        return versions(ports().touching(ports));
    }

    PortIndex ports() {
        return new PortIndex(file.section(Section.PORTS));
    }

    /** The records of a snapshot as its file had them. */
    List<CsvRecord> records(int snapshot) {
        List<CsvRecord> records = new ArrayList<>();
        each(snapshot, rank -> {
            Input record = record(rank);
            Entry entry = Entry.of(roles.of(snapshot), record.texts());
            String text = record.textOrNull();
            String lineEnd = record.textOrNull();
            records.add(new CsvRecord(entry, text, lineEnd == null ? null : LineEnd.valueOf(lineEnd)));
        });
        return records;
    }

    /** Those of the ranks whose rows a snapshot has. */
    int[] among(int[] ranks, int snapshot) {
        int size = 0;
        int[] found = new int[ranks.length];
        for (int rank : ranks) {
            if (isIn(rank, snapshot)) {
                found[size++] = rank;
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** What a row version says that has these values. */
    Entry entry(int rank, String[] values) {
        return Entry.of(roles.of(from(rank)), values);
    }

    private Input record(int rank) {
        return file.record(
                isInForce(rank) ? Section.ROWS_IN_FORCE : Section.ROWS_ENDED,
                directory.getInt(rank * ENTRY_BYTES + RECORD));
    }
}
