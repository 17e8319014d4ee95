package org.ianawatch.answer;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.diff.Kind;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.ianawatch.store.RecordedChange;
import org.ianawatch.store.SnapshotRoles;
import org.jspecify.annotations.Nullable;

/** The changes of a registry, in the order in which they came. */
final class Changes {
    private final AnswerFile file;
    private final Snapshots snapshots;
    private final SnapshotRoles roles;
    private final ByteBuffer directory;

    Changes(AnswerFile file, Snapshots snapshots, SnapshotRoles roles) {
        this.roles = roles;
        this.file = file;
        this.snapshots = snapshots;
        this.directory = file.section(Section.CHANGES);
    }

    /** The changes of the snapshots from one number to another, both inclusive, oldest first. */
    List<RecordedChange> ofSnapshots(int first, int last) {
        List<RecordedChange> changes = new ArrayList<>();
        if (first <= last && first <= snapshots.size()) {
            int end = last < snapshots.size() ? snapshots.firstChange(last + 1) : directory.capacity() / Integer.BYTES;
            for (int place = snapshots.firstChange(Math.max(first, 1)); place < end; place++) {
                changes.add(at(place));
            }
        }
        return changes;
    }

    /** The changes that touched any of the ports, oldest first. */
    List<RecordedChange> ofPorts(Span ports) {
        List<RecordedChange> changes = new ArrayList<>();
        for (int place : new PortIndex(file.section(Section.CHANGE_PORTS)).touching(ports)) {
            changes.add(at(place));
        }
        return changes;
    }

    private RecordedChange at(int place) {
        Input record = file.record(Section.CHANGE_RECORDS, directory.getInt(place * Integer.BYTES));
        int snapshot = record.integer();
        return new RecordedChange(snapshot, snapshots.observedAt(snapshot), change(snapshot, record));
    }

    private Change change(int snapshot, Input record) {
        Kind kind = Kind.valueOf(record.text());
        Span ports = span(record);
        List<Space> transports = transports(record);
        return switch (kind) {
            case ASSIGNED ->
                new Change.Assigned(
                        ports, transports, record.text(), status(record), span(record), entry(snapshot, record));
            case DEASSIGNED ->
                new Change.Deassigned(ports, transports, record.text(), status(record), entry(snapshot - 1, record));
            case RENAMED ->
                new Change.Renamed(ports, transports, record.text(), record.text(), fields(snapshot, record));
            case RESERVED, UNASSIGNED, PRIVATE_USE, EXPERIMENTAL ->
                new Change.Reclassified(ports, transports, Status.ofWord(kind.word()), status(record));
            case AMENDED -> new Change.Amended(ports, transports, record.text(), fields(snapshot, record));
        };
    }

    private Entry entry(int snapshot, Input record) {
        return Entry.of(roles.of(snapshot), record.texts());
    }

    private static @Nullable Span span(Input record) {
        if (!record.flag()) {
            return null;
        }
        return record.flag()
                ? new Span(record.integer(), record.integer())
                : Span.of(new BigInteger(record.text()), new BigInteger(record.text()));
    }

    private static Status status(Input record) {
        return Status.valueOf(record.text());
    }

    private static List<Space> transports(Input record) {
        int count = record.count();
        List<Space> transports = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            transports.add(Space.known(record.text()));
        }
        return List.copyOf(transports);
    }

    private List<FieldChange> fields(int snapshot, Input record) {
        int count = record.count();
        List<FieldChange> fields = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            String title = record.text();
            Column column = roles.column(snapshot, title);
            fields.add(new FieldChange(column, record.text(), record.text()));
        }
        return List.copyOf(fields);
    }
}
