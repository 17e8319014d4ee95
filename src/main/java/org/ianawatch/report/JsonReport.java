package org.ianawatch.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.ColumnChanges;
import org.ianawatch.diff.ComparedRegistry;
import org.ianawatch.diff.Side;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Registry;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Snapshot;
import org.jspecify.annotations.Nullable;

/** The whole change set for programs; {@code docs/json.md} describes every key. */
public final class JsonReport implements Report {
    private record Diff(
            String registry, Side from, Side to, ColumnChanges columns, List<Change> changes, Optional<Rows> rows) {}

    record Rows(List<List<String>> removed, List<List<String>> added) {}

    /**
     * What differs between two editions of a registry that is not of ports.
     *
     * @param registry what it is known by, or null
     * @param title in the words of IANA's page, where that is known
     */
    record RegistryDiff(
            Registry.@Nullable Id registry,
            Optional<String> title,
            Side from,
            Side to,
            ColumnChanges columns,
            Key key,
            List<Change> changes,
            Optional<Rows> rows) {}

    /**
     * How the rows were told apart.
     *
     * @param code the column of codes, or null
     * @param label the column that says what a row is for, or null
     */
    record Key(List<Column> columns, @Nullable Column code, @Nullable Column label, boolean exact) {
        static Key of(Roles roles) {
            Integer code = roles.key().code();
            return new Key(
                    roles.key().columns().stream().map(roles.columns()::get).toList(),
                    code == null ? null : roles.columns().get(code),
                    roles.labels().isEmpty()
                            ? null
                            : roles.columns().get(roles.labels().get(0)),
                    roles.key().isExact());
        }
    }

    @Override
    public void write(ChangeSet changes, ReportOptions options, Appendable out) throws IOException {
        ComparedRegistry compared = changes.compared();
        Object diff = compared == null
                ? new Diff(
                        Snapshot.REGISTRY,
                        changes.from(),
                        changes.to(),
                        changes.columns(),
                        changes.changes(),
                        rows(changes, options))
                : registry(changes, compared, Optional.empty(), options);
        Json.write(diff, out);
    }

    static RegistryDiff registry(
            ChangeSet changes, ComparedRegistry compared, Optional<String> title, ReportOptions options) {
        return new RegistryDiff(
                compared.id(),
                title,
                changes.from(),
                changes.to(),
                changes.columns(),
                Key.of(compared.roles()),
                changes.changes(),
                rows(changes, options));
    }

    private static Optional<Rows> rows(ChangeSet changes, ReportOptions options) {
        return options.rows()
                ? Optional.of(new Rows(values(changes.removedRows()), values(changes.addedRows())))
                : Optional.empty();
    }

    private static List<List<String>> values(List<Entry> rows) {
        return rows.stream().map(Entry::values).toList();
    }
}
