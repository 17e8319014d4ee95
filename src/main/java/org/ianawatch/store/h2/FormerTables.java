package org.ianawatch.store.h2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreException;
import org.ianawatch.store.home.UnusableStoreException;
import org.ianawatch.store.jdbc.Sql;

/** The tables of schema 11, in the file in which those of today are made. */
public final class FormerTables {
    /** The last version before those of today, from which a store is brought over. */
    private static final int VERSION = 11;

    private static final String SCRIPT = "/migrations/h2/from-11.sql";

    private FormerTables() {}

    /**
     * Makes room for the tables and views of today in the unfinished file, where those of the former version stand there.
     *
     * @return whether they do, so that {@link #bringOver} has to follow
     * @throws UnusableStoreException when the tables are of a version before that
     */
    public static boolean setAside(Sql sql, Home home) {
        Optional<Integer> version = Schema.version(sql);
        if (version.isPresent() && version.get() < VERSION) {
            throw new UnusableStoreException("the store in " + home.directory()
                    + " was written by an early ianawatch (schema "
                    + version.get() + ", this one knows " + VERSION + " and " + Schema.VERSION
                    + "): open it once with one that writes schema " + VERSION + ", or import again");
        }
        if (version.isEmpty() || version.get() > VERSION) {
            return false;
        }
        setAside(sql);
        return true;
    }

    private static void setAside(Sql sql) {
        List<String> views = sql.list(
                "SELECT table_name FROM information_schema.views WHERE table_schema = 'PUBLIC'",
                row -> row.getString("table_name"));
        for (String view : views) {
            sql.update("DROP VIEW IF EXISTS public.\"" + view + "\" CASCADE");
        }
        sql.update("DROP USER IF EXISTS reader");
        sql.update("ALTER SCHEMA store RENAME TO store_11");
    }

    /** Copies all that they hold for the registry with the number 1, and drops them. */
    public static void bringOver(Sql sql) {
        for (String statement : script().split(";\\s*\n", -1)) {
            if (!statement.isBlank()) {
                sql.update(statement);
            }
        }
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(FormerTables.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new StoreException("the program's own " + SCRIPT + " cannot be read", failed);
        }
    }
}
