package org.ianawatch.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The tables of schema 11, in the file in which those of today are made. */
final class FormerTables {
    private static final String SCRIPT = "/migrations/h2/from-11.sql";

    private FormerTables() {}

    /** Makes room for the tables and views of today. */
    static void setAside(Sql sql) {
        List<String> views = sql.list(
                "SELECT table_name FROM information_schema.views WHERE table_schema = 'PUBLIC'",
                row -> row.getString("table_name"));
        for (String view : views) {
            sql.update("DROP VIEW IF EXISTS public.\"" + view + "\" CASCADE");
        }
        sql.update("DROP USER IF EXISTS reader");
        sql.update("ALTER SCHEMA store RENAME TO store_11");
    }

    /** Copies all that they hold, and drops them. */
    static void bringOver(Sql sql) {
        for (String statement : script().split(";\\s*\n", -1)) {
            if (!statement.isBlank()) {
                sql.update(statement);
            }
        }
        new Sources(sql).noteLast();
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(FormerTables.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new StoreException("the program's own " + SCRIPT + " cannot be read", failed);
        }
    }
}
