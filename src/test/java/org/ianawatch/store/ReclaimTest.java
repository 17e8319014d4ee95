package org.ianawatch.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.ianawatch.made.Rows;
import org.ianawatch.made.Writing;
import org.ianawatch.registry.Entry;
import org.ianawatch.store.h2.Database;
import org.junit.jupiter.api.Test;

/** A series of commits leaves a file that is mostly unused; it does not grow without end. */
class ReclaimTest {
    private static final int SNAPSHOTS = 60;

    @Test
    void theFileStaysSmallAndKeepsAll() {
        long left = bytesAfter(Long.MAX_VALUE);
        long reclaimed = bytesAfter(0);
        assertTrue(reclaimed < left * 0.9, reclaimed + " bytes and " + left + " without");
    }

    private static long bytesAfter(long largeBytes) {
        try (MadeStore made = new MadeStore()) {
            long[] bytes = new long[1];
            made.write(store -> {
                for (int number = 1; number <= SNAPSHOTS; number++) {
                    made.append(store, List.of(Writing.USUAL.bytes(rows(number))));
                    Database.reclaim(store.sql, largeBytes);
                }
                bytes[0] = Files.size(made.home().databaseFile());
            });
            assertEquals(List.of(), made.problems());
            return bytes[0];
        }
    }

    private static List<Entry> rows(int number) {
        return IntStream.range(1, 400)
                .mapToObj(port -> Rows.row("s" + port, "" + port, "tcp", "As of " + (port % 10 == 0 ? number : 0)))
                .toList();
    }
}
