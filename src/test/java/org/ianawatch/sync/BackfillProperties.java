package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ianawatch.made.MovableClock;
import org.ianawatch.made.Registries;
import org.ianawatch.made.Writing;
import org.ianawatch.registry.Entry;

/** In which order files of history come does not matter. */
class BackfillProperties {
    private static final List<String> VIEWS = List.of(
            "SELECT number, observed_at, origin, source, sha256, byte_count, record_count FROM snapshot ORDER BY number",
            "SELECT service_name, port_low, port_high, transport, status, description, assignment_notes, valid_from,"
                    + " valid_until FROM registration_history ORDER BY valid_from, id",
            "SELECT snapshot_number, ordinal, kind, port_low, port_high, transports, service, previous_service,"
                    + " other_status, block_low, block_high, cosmetic, silent FROM change ORDER BY id",
            "SELECT f.ordinal, f.column_name, f.before_value, f.after_value FROM change_field f ORDER BY f.change_id,"
                    + " f.ordinal");

    private final MovableClock clock = new MovableClock(MadeHome.start());

    @Property(tries = 8)
    void filesInAnyOrderMakeTheSameHistory(@ForAll("series") List<List<Entry>> series, @ForAll Random random)
            throws Exception {
        Path folder = Files.createTempDirectory("ianawatch");
        try {
            History history = new History(folder.resolve("history"));
            for (int day = 1; day <= series.size(); day++) {
                history.write(day, Writing.USUAL.bytes(series.get(day - 1)));
            }
            List<Integer> days = new ArrayList<>(
                    IntStream.rangeClosed(1, series.size()).boxed().toList());
            MadeHome whole = MadeHome.withStore(folder.resolve("whole"), clock);
            history.importDays(whole, clock, days);
            MadeHome bit = MadeHome.withStore(folder.resolve("bits"), clock);
            Collections.shuffle(days, random);
            int cut = random.nextInt(days.size());
            history.importDays(bit, clock, days.subList(0, cut));
            history.importDays(bit, clock, days.subList(cut, days.size()));

            for (String view : VIEWS) {
                assertEquals(whole.query(view), bit.query(view));
            }
            assertEquals(List.of(), bit.problems());
        } finally {
            delete(folder);
        }
    }

    @Provide
    Arbitrary<List<List<Entry>>> series() {
        return Registries.series(3, 6);
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
