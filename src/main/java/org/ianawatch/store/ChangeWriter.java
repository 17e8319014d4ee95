package org.ianawatch.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.ianawatch.store.jdbc.Sql;
import org.jspecify.annotations.Nullable;

/** Writes the changes that a snapshot brought. */
final class ChangeWriter {
    private static final String INSERT_CHANGE =
            "INSERT INTO store.change (registry_id, snapshot_number, ordinal, kind, code_low, code_high, port_low, port_high, spaces,"
                    + " name, previous_name, other_status, block_low, block_high, row_id, cosmetic, silent)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_FIELD =
            "INSERT INTO store.change_field (change_id, ordinal, column_name, before_value, after_value) VALUES (?, ?, ?, ?, ?)";

    /** What the columns hold that depend on the kind. */
    private record Particulars(
            @Nullable String service,
            @Nullable String previousService,
            @Nullable Status otherStatus,
            @Nullable Span block,
            @Nullable Entry registration,
            List<FieldChange> fields,
            boolean silent) {}

    private final Sql sql;
    private final int registry;
    private final Roles roles;

    ChangeWriter(Sql sql, int registry, Roles roles) {
        this.roles = roles;
        this.sql = sql;
        this.registry = registry;
    }

    /**
     * Writes all changes of a set.
     *
     * @param ended the rows that ended with the snapshot
     * @param after the rows in force from it on
     */
    void write(int snapshot, ChangeSet set, List<RowVersions.Placed> ended, List<RowVersions.Placed> after) {
        if (set.changes().isEmpty()) {
            return;
        }
        List<Particulars> particulars = set.changes().stream()
                .map(change -> change.accept(new ParticularsOf()))
                .toList();
        Map<Entry, Long> ids = ids(particulars, ended, after);
        List<@Nullable Object[]> changes = new ArrayList<>();
        for (int index = 0; index < particulars.size(); index++) {
            changes.add(row(snapshot, index + 1, set.changes().get(index), particulars.get(index), ids));
        }
        List<Long> given = sql.insert(INSERT_CHANGE, changes);
        List<Object[]> fields = new ArrayList<>();
        for (int index = 0; index < particulars.size(); index++) {
            int ordinal = 0;
            for (FieldChange field : particulars.get(index).fields()) {
                fields.add(new Object[] {
                    given.get(index), ++ordinal, field.column().title(), field.before(), field.after()
                });
            }
        }
        sql.batch(INSERT_FIELD, fields);
    }

    private @Nullable Object[] row(
            int snapshot, int ordinal, Change change, Particulars particulars, Map<Entry, Long> ids) {
        Span span = change.span();
        Span block = particulars.block();
        Status otherStatus = particulars.otherStatus();
        return new @Nullable Object[] {
            registry,
            snapshot,
            ordinal,
            change.kind().word(),
            RowVersions.low(span),
            RowVersions.high(span),
            RowVersions.port(roles, span, true),
            RowVersions.port(roles, span, false),
            change.spaces().stream().map(Space::name).toArray(),
            particulars.service(),
            particulars.previousService(),
            otherStatus == null ? null : otherStatus.word(),
            RowVersions.low(block),
            RowVersions.high(block),
            ids.get(particulars.registration()),
            change.isCosmetic(),
            particulars.silent()
        };
    }

    private static Map<Entry, Long> ids(
            List<Particulars> particulars, List<RowVersions.Placed> ended, List<RowVersions.Placed> after) {
        Set<@Nullable Entry> wanted = new HashSet<>();
        particulars.forEach(each -> wanted.add(each.registration()));
        Map<Entry, Long> ids = new HashMap<>();
        for (List<RowVersions.Placed> rows : List.of(after, ended)) {
            for (RowVersions.Placed row : rows) {
                if (wanted.contains(row.record().registration())) {
                    ids.putIfAbsent(row.record().registration(), row.id());
                }
            }
        }
        return ids;
    }

    private static final class ParticularsOf implements Change.Visitor<Particulars> {
        @Override
        public Particulars assigned(Change.Assigned change) {
            return new Particulars(change.name(), null, change.was(), change.block(), change.entry(), List.of(), false);
        }

        @Override
        public Particulars deassigned(Change.Deassigned change) {
            return new Particulars(change.name(), null, change.now(), null, change.entry(), List.of(), false);
        }

        @Override
        public Particulars renamed(Change.Renamed change) {
            return new Particulars(change.name(), change.before(), null, null, null, change.fields(), false);
        }

        @Override
        public Particulars reclassified(Change.Reclassified change) {
            return new Particulars(null, null, change.was(), null, null, List.of(), false);
        }

        @Override
        public Particulars amended(Change.Amended change) {
            return new Particulars(change.name(), null, null, null, null, change.fields(), change.isSilent());
        }
    }
}
