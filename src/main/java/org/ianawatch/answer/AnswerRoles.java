package org.ianawatch.answer;

import java.util.HashMap;
import java.util.Map;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Roles;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.StoreException;

/** What the columns of a registry mean in each of its snapshots: where its columns are not fixed, each has its own. */
final class AnswerRoles {
    private final Roles roles;
    private final Snapshots snapshots;
    private final Map<Integer, Roles> known = new HashMap<>();

    AnswerRoles(Roles roles, Snapshots snapshots) {
        this.roles = roles;
        this.snapshots = snapshots;
    }

    /** Those of a snapshot. */
    Roles of(int snapshot) {
        return roles.isFixed() ? roles : known.computeIfAbsent(snapshot, this::read);
    }

    /** The column of a title in a snapshot, or one of which only the title is known. */
    Column column(int snapshot, String title) {
        Column column = of(snapshot).column(title);
        return column == null ? Column.of(title) : column;
    }

    private Roles read(int snapshot) {
        SnapshotEntry entry = snapshots.number(snapshot);
        try {
            return CsvFile.header(entry.style().headerText(), roles).roles();
        } catch (MalformedFileException wrong) {
            throw new StoreException("the header of " + entry.label() + " is damaged", wrong);
        }
    }
}
