package org.ianawatch.store.query;

import java.util.List;

/**
 * A view of the contract for SQL users.
 *
 * @param name in lower case
 * @param columns in their order
 */
public record View(String name, List<Column> columns) {
    /**
     * A column of a view.
     *
     * @param name in lower case
     * @param type as SQL names it, in lower case
     */
    public record Column(String name, String type) {}
}
