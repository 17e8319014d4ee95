package org.ianawatch.store;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Roles;
import org.ianawatch.store.home.StoreException;

/**
 * What the columns of a registry mean in each of its snapshots: where its columns are not fixed, each has its own. Not for several
 * threads.
 */
public final class SnapshotRoles {
    private final Roles roles;
    private final IntFunction<String> headerText;
    private final Map<Integer, Roles> known = new HashMap<>();

    /** Those of a registry's snapshots, whose header rows are asked for by their numbers. */
    public SnapshotRoles(Roles roles, IntFunction<String> headerText) {
        this.roles = roles;
        this.headerText = headerText;
    }

    /**
     * Those of a snapshot, which must be there.
     *
     * @throws StoreException when its header row lacks a column of the key
     */
    public Roles of(int snapshot) {
        return roles.isFixed() ? roles : known.computeIfAbsent(snapshot, this::read);
    }

    /** The column of a title in a snapshot, or one of which only the title is known. */
    public Column column(int snapshot, String title) {
        Column column = of(snapshot).column(title);
        return column == null ? Column.of(title) : column;
    }

    private Roles read(int snapshot) {
        try {
            return CsvFile.header(headerText.apply(snapshot), roles).roles();
        } catch (MalformedFileException wrong) {
            throw new StoreException("the header of snapshot " + snapshot + " is damaged", wrong);
        }
    }
}
