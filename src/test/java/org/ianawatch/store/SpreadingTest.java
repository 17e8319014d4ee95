package org.ianawatch.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ianawatch.made.Rows;
import org.ianawatch.made.Writing;
import org.ianawatch.registry.Entry;
import org.junit.jupiter.api.Test;

class SpreadingTest {
    private static final String PLACES =
            "SELECT position FROM store.row_now UNION ALL SELECT position FROM store.row_past ORDER BY position";
    /** Each new row between the same two takes half of the room that is left: 2^32 at first. */
    private static final int SNAPSHOTS = 40;

    @Test
    void rowsGetRoomWhereThereIsNoneAndKeepTheirOrder() {
        try (MadeStore made = new MadeStore()) {
            List<List<Entry>> series = new ArrayList<>();
            for (int number = 0; number < SNAPSHOTS; number++) {
                List<Entry> rows = new ArrayList<>();
                rows.add(Rows.row("first", "1", "tcp", "First"));
                for (int port = number; port >= Math.max(0, number - 5); port--) {
                    rows.add(Rows.row("port-" + port, String.valueOf(port + 2), "tcp", "The row of snapshot " + port));
                }
                rows.add(Rows.row("last", "50000", "tcp", "Last"));
                series.add(rows);
            }
            series.forEach(rows -> made.append(List.of(Writing.USUAL.bytes(rows))));
            assertEquals(List.of(), made.problems());
            List<Long> places = made.query(PLACES).stream()
                    .map(row -> Long.valueOf(row.get(0)))
                    .toList();
            long room = places.get(1) - places.get(0);
            assertTrue(room > (1 << 20), "no row was moved: " + places);
        }
    }

    @Test
    void rowsThatSharedAPlaceShareOne() {
        List<Entry> rows =
                List.of(Rows.row("a", "1", "tcp", "A"), Rows.row("b", "2", "tcp", "B"), Rows.row("c", "3", "tcp", "C"));
        try (MadeStore made = MadeStore.of(List.of(rows, List.of(rows.get(0), rows.get(2)), List.of(rows.get(0))))) {
            made.jdbc(statement -> {
                statement.execute("UPDATE store.row_now SET position = 7 WHERE name IN ('a', 'c')");
                statement.execute("UPDATE store.row_past SET position = 7 WHERE name IN ('a', 'c')");
            });
            made.write(store ->
                    store.commit(() -> new RowVersions(store.sql, store.registry, store.snapshotRoles).spread()));
            long spacing = Positions.SPACING;
            assertEquals(
                    List.of(List.of("a", "" + spacing), List.of("b", "" + 2 * spacing), List.of("c", "" + spacing)),
                    made.query(
                            "SELECT name, position FROM store.row_now UNION ALL SELECT name, position FROM store.row_past ORDER BY name"));
        }
    }
}
