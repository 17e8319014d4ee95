package org.ianawatch.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ianawatch.store.h2.Schema;
import org.junit.jupiter.api.Test;

/** {@code docs/schema.md} describes the views that there are, column by column, and nothing else. */
class SchemaDocumentTest {
    private static final Pattern VIEW = Pattern.compile("^## (\\w+)$");
    private static final Pattern COLUMN = Pattern.compile("^\\| `(\\w+)` \\| .+ \\|$");

    @Test
    void everyColumnOfEveryViewIsDescribed() throws Exception {
        Map<String, Set<String>> views = new TreeMap<>();
        try (MadeStore made = new MadeStore();
                Store store = Stores.open(made.home(), MadeStore.NO_WAIT)) {
            store.sql.list(
                    "SELECT LOWER(table_name), LOWER(column_name) FROM information_schema.columns WHERE table_schema = 'PUBLIC'",
                    row -> views.computeIfAbsent(row.getString(1), unused -> new TreeSet<>())
                            .add(row.getString(2)));
        }
        assertEquals(views, described());
    }

    @Test
    void theVersionIsThatOfTheNewestMigration() throws IOException {
        try (var files = Files.walk(Path.of("migrations"))) {
            int newest = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("V"))
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                    .max()
                    .orElseThrow();
            assertEquals(newest, Schema.VERSION);
        }
    }

    private static Map<String, Set<String>> described() throws IOException {
        Map<String, Set<String>> views = new TreeMap<>();
        String view = "";
        for (String line : Files.readAllLines(Path.of("docs/schema.md"))) {
            Matcher heading = VIEW.matcher(line);
            Matcher column = COLUMN.matcher(line);
            if (heading.matches()) {
                view = heading.group(1);
                views.put(view, new TreeSet<>());
            } else if (column.matches()) {
                assertTrue(views.get(view).add(column.group(1)), line + " is there twice");
            }
        }
        return views;
    }
}
