package org.ianawatch.xml;

import java.util.List;
import org.ianawatch.registry.Registry;

/**
 * One registry of a group.
 *
 * @param id of the registry
 * @param about what is said of it
 * @param columns names of elements, each once, in the order of the table; then {@code @date} and {@code @updated}, where a record
 *     has them
 * @param rows in the file's order, each with a cell for every column, which is empty where the record has none
 */
public record RegistryTable(Registry.Id id, About about, List<String> columns, List<List<String>> rows) {
    /** Takes copies. */
    public RegistryTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
