package org.ianawatch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Column.Content;
import org.ianawatch.registry.Notation;
import org.ianawatch.registry.Registry;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.StatusWords;
import org.ianawatch.store.jdbc.Sql;
import org.jspecify.annotations.Nullable;

/** The registries that a store knows, with what their columns mean. */
final class RegistryTable {
    private static final String ADD =
            "INSERT INTO store.registry (source_id, name, address, has_fixed_columns, notation, status_words)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";
    private static final String ADD_COLUMN =
            "INSERT INTO store.registry_column (registry_id, ordinal, title, former_title, content, key_ordinal, is_code, label_ordinal)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private final Sql sql;

    RegistryTable(Sql sql) {
        this.sql = sql;
    }

    /** The numbers by which the tables know a registry and the file that it is read from; 0 where they do not know it. */
    record Numbers(int registry, int source) {}

    Numbers numbers(Registry.Id id) {
        return sql.first(
                        "SELECT id, source_id FROM store.registry WHERE address = ?",
                        row -> new Numbers(row.getInt("id"), row.getInt("source_id")),
                        id.toString())
                .orElse(new Numbers(0, 0));
    }

    /** All of them, in the order in which they came. */
    List<Registry> all() {
        return sql.list(
                "SELECT r.*, s.group_name FROM store.registry r JOIN store.source s ON s.id = r.source_id ORDER BY r.id",
                row -> new Registry(new Registry.Id(row.getString("group_name"), row.getString("name")), roles(row)));
    }

    /** Adds a registry; the answer is its number. */
    int add(Registry registry) {
        Roles roles = registry.roles();
        List<Long> added = sql.insert(ADD, List.<@Nullable Object[]>of(new Object[] {
            source(registry),
            registry.id().name(),
            registry.id().toString(),
            roles.isFixed(),
            roles.notation().name(),
            roles.words().name()
        }));
        int number = Math.toIntExact(added.get(0));
        List<@Nullable Object[]> columns = new ArrayList<>();
        for (int index = 0; index < roles.columns().size(); index++) {
            Column column = roles.columns().get(index);
            columns.add(new @Nullable Object[] {
                number,
                index + 1,
                column.title(),
                column.formerTitle(),
                column.content().name(),
                ordinal(roles.key().columns(), index),
                Integer.valueOf(index).equals(roles.key().code()),
                ordinal(roles.labels(), index)
            });
        }
        sql.batch(ADD_COLUMN, columns);
        List<Object[]> spaces = new ArrayList<>();
        for (Space space : roles.spaces()) {
            spaces.add(new Object[] {number, space.name(), spaces.size() + 1});
        }
        sql.batch("INSERT INTO store.space (registry_id, name, ordinal) VALUES (?, ?, ?)", spaces);
        return number;
    }

    private int source(Registry registry) {
        return new Sources(sql).add(registry.id().group(), registry.id().toString());
    }

    private static @Nullable Integer ordinal(List<Integer> columns, int index) {
        int place = columns.indexOf(index);
        return place < 0 ? null : place + 1;
    }

    private Roles roles(ResultSet registry) throws SQLException {
        int number = registry.getInt("id");
        List<Column> columns = new ArrayList<>();
        TreeMap<Integer, Integer> key = new TreeMap<>();
        TreeMap<Integer, Integer> labels = new TreeMap<>();
        List<Integer> codes = new ArrayList<>();
        sql.each(
                "SELECT * FROM store.registry_column WHERE registry_id = ? ORDER BY ordinal",
                row -> {
                    int index = columns.size();
                    columns.add(new Column(
                            row.getString("title"),
                            row.getString("former_title"),
                            Content.valueOf(row.getString("content"))));
                    put(key, Sql.integer(row, "key_ordinal"), index);
                    put(labels, Sql.integer(row, "label_ordinal"), index);
                    if (row.getBoolean("is_code")) {
                        codes.add(index);
                    }
                },
                number);
        return new Roles(
                List.copyOf(columns),
                registry.getBoolean("has_fixed_columns"),
                new Roles.Key(List.copyOf(key.values()), codes.isEmpty() ? null : codes.get(0)),
                List.copyOf(labels.values()),
                Notation.valueOf(registry.getString("notation")),
                StatusWords.valueOf(registry.getString("status_words")),
                sql.list(
                        "SELECT name FROM store.space WHERE registry_id = ? AND ordinal IS NOT NULL ORDER BY ordinal",
                        row -> Space.known(row.getString("name")),
                        number));
    }

    private static void put(Map<Integer, Integer> places, @Nullable Integer ordinal, int index) {
        if (ordinal != null) {
            places.put(ordinal, index);
        }
    }
}
