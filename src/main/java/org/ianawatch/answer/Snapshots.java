package org.ianawatch.answer;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.csv.LineEnd;
import org.ianawatch.diff.Kind;
import org.ianawatch.store.Origin;
import org.ianawatch.store.SnapshotEntry;
import org.jspecify.annotations.Nullable;

/** The snapshots of a registry, newest first. Each is read when it is first asked for. Not for several threads. */
public final class Snapshots extends AbstractList<SnapshotEntry> implements RandomAccess {
    private static final int KINDS = Kind.values().length;
    private static final int FIRST_CHANGE = Long.BYTES + KINDS * Integer.BYTES;
    private static final int RECORD = FIRST_CHANGE + Integer.BYTES;
    private static final int ENTRY_BYTES = RECORD + Integer.BYTES;
    private static final long MILLISECONDS_OF_A_DAY = 24L * 60 * 60 * 1000;

    private final AnswerFile file;
    private final ByteBuffer directory;
    private final int count;
    private final @Nullable SnapshotEntry[] read;
    /** Those of all snapshots, sorted, once they were asked for. */
    private long @Nullable [] days;

    Snapshots(AnswerFile file) {
        this.file = file;
        this.directory = file.section(Section.SNAPSHOTS);
        this.count = directory.capacity() / ENTRY_BYTES;
        this.read = new @Nullable SnapshotEntry[count];
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public SnapshotEntry get(int index) {
        return number(count - Objects.checkIndex(index, count));
    }

    /** The one of a number, from 1, which must be there. */
    public SnapshotEntry number(int number) {
        SnapshotEntry known = read[Objects.checkIndex(number - 1, count)];
        if (known == null) {
            known = read(file.record(Section.SNAPSHOT_RECORDS, directory.getInt(at(number) + RECORD)));
            read[number - 1] = known;
        }
        return known;
    }

    /** When the one of a number, from 1, was observed. */
    public Instant observedAt(int number) {
        return Instant.ofEpochMilli(milliseconds(number));
    }

    /** The one of a number, or null where there is none. */
    public @Nullable SnapshotEntry find(int number) {
        return number < 1 || number > count ? null : number(number);
    }

    /** Whether several snapshots were observed on that day, in UTC. */
    public boolean isCrowded(Instant observedAt) {
        long[] all = days == null ? days() : days;
        days = all;
        int place = Arrays.binarySearch(all, day(observedAt.toEpochMilli()));
        return place >= 0
                && ((place > 0 && all[place - 1] == all[place]) || (place + 1 < count && all[place + 1] == all[place]));
    }

    private long[] days() {
        long[] all = new long[count];
        for (int number = 1; number <= count; number++) {
            all[number - 1] = day(milliseconds(number));
        }
        Arrays.sort(all);
        return all;
    }

    private static long day(long milliseconds) {
        return Math.floorDiv(milliseconds, MILLISECONDS_OF_A_DAY);
    }

    /** The number of the one that was observed first of those after a time; 0 where there is none. */
    int firstAfter(Instant time) {
        int first = 0;
        for (int number = 1; number <= count; number++) {
            if (observedAt(number).isAfter(time) && (first == 0 || milliseconds(number) < milliseconds(first))) {
                first = number;
            }
        }
        return first;
    }

    /** The number of the newest that was observed at a time or before; 0 where there is none. */
    int inForce(Instant time) {
        int number = count;
        while (number > 0 && observedAt(number).isAfter(time)) {
            number--;
        }
        return number;
    }

    /** How many changes of each kind the one of a number brought, cosmetic ones not counted; kinds without any are absent. */
    public Map<Kind, Integer> counts(int number) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        int at = at(number) + Long.BYTES;
        for (Kind kind : Kind.values()) {
            int many = directory.getInt(at);
            if (many > 0) {
                counts.put(kind, many);
            }
            at += Integer.BYTES;
        }
        return counts;
    }

    /** The place of the first change of the one of a number. */
    int firstChange(int number) {
        return directory.getInt(at(number) + FIRST_CHANGE);
    }

    private long milliseconds(int number) {
        return directory.getLong(at(number));
    }

    private static int at(int number) {
        return (number - 1) * ENTRY_BYTES;
    }

    static SnapshotEntry read(Input record) {
        return new SnapshotEntry(
                record.integer(),
                record.time(),
                Origin.valueOf(record.text()),
                record.text(),
                record.text(),
                record.integer(),
                record.integer(),
                record.textOrNull(),
                new CsvFile.Style(record.flag(), record.text(), LineEnd.valueOf(record.text()), record.flag()));
    }
}
