package org.ianawatch.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.made.Foreign;
import org.ianawatch.registry.Registry;
import org.ianawatch.registry.Sha256;
import org.junit.jupiter.api.Test;

/** Among thousands of registries in one store, each is read as if it stood there alone. */
class ManyRegistriesTest {
    /** As many as IANA has with {@code -Ddeep=true}. */
    private static final int REGISTRIES = Boolean.getBoolean("deep") ? 3_400 : 200;

    private static final int ROWS = 30;
    private static final Pattern SCAN_COUNT = Pattern.compile("scanCount: (\\d+)");

    private static Registry registry(int number) {
        return new Registry(new Registry.Id("made-group-" + number / 10, "made-" + number), Foreign.SUITES.roles());
    }

    private static String file(int number) {
        StringBuilder text = new StringBuilder("Value,Description,Recommended,Reference\r\n");
        for (int row = 0; row < ROWS; row++) {
            text.append(row)
                    .append(",NAME_")
                    .append(number)
                    .append('_')
                    .append(row)
                    .append(",N,[RFC1]\r\n");
        }
        return text.toString();
    }

    private static void append(WritableStore open, int number) {
        WritableStore store = open.of(registry(number));
        String text = file(number);
        CsvFile file = Foreign.file(registry(number), text);
        byte[] bytes = Foreign.bytes(text);
        store.commitUnsynced(() -> store.append(
                new NewSnapshot(file, Sha256.of(bytes).digits(), bytes.length, MadeStore.FIRST, Origin.SYNC, "made"),
                null));
    }

    @Test
    void readingOneTouchesItsOwnRowsAlone() {
        try (MadeStore made = new MadeStore()) {
            made.write(store -> {
                for (int number = 0; number < REGISTRIES; number++) {
                    append(store, number);
                }
                store.sync();
            });
            made.read(store -> {
                Store one = store.of(registry(REGISTRIES / 2));
                assertEquals(
                        file(REGISTRIES / 2),
                        new String(one.file(one.newest().orElseThrow()).bytes(), UTF_8));
                for (String question : List.of(
                        "SELECT * FROM store.row_now WHERE registry_id = " + one.registry + " AND valid_from <= 1",
                        "SELECT * FROM store.row_past WHERE registry_id = " + one.registry
                                + " AND valid_from <= 1 AND valid_until > 1",
                        "SELECT * FROM store.change WHERE registry_id = " + one.registry
                                + " AND snapshot_number BETWEEN 1 AND 1",
                        "SELECT * FROM store.snapshot WHERE source_id = " + one.source)) {
                    assertTrue(scanned(one, question) <= ROWS + 2, question + ": " + plan(one, question));
                }
            });
        }
    }

    private static long scanned(Store store, String question) {
        Matcher counts = SCAN_COUNT.matcher(plan(store, question));
        long scanned = 0;
        while (counts.find()) {
            scanned += Long.parseLong(counts.group(1));
        }
        return scanned;
    }

    private static String plan(Store store, String question) {
        List<String> plan = new ArrayList<>(store.sql.list("EXPLAIN ANALYZE " + question, row -> row.getString(1)));
        return String.join("\n", plan);
    }
}
