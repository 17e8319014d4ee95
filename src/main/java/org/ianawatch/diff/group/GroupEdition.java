package org.ianawatch.diff.group;

import org.ianawatch.registry.Edition;
import org.ianawatch.registry.Sha256;
import org.ianawatch.registry.Table;
import org.ianawatch.xml.Group;
import org.ianawatch.xml.RegistryTable;

/**
 * What a group said at one time.
 *
 * @param label what people know it by: a file's name, or a number and a date
 * @param sha256 of the file's bytes
 * @param group what the file says
 */
public record GroupEdition(String label, Sha256 sha256, Group group) {
    /** What one of its registries said then. */
    public Edition of(RegistryTable table, ColumnTitles titles) {
        return new Edition(label, sha256, Table.of(titles.of(table.columns()), table.rows()));
    }
}
