package org.ianawatch.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.csv.LineEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotSelectorTest {
    private static final Instant NOW = Instant.parse("2021-08-12T17:35:09Z");
    private static final List<SnapshotEntry> NEWEST_FIRST = List.of(
            entry(4, "2021-08-12T17:05:09Z"),
            entry(3, "2021-08-12T00:00:00Z"),
            entry(2, "2020-01-02T23:59:59.999Z"),
            entry(1, "2019-12-22T10:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "004, 4",
        "latest, 4",
        "latest~0, 4",
        "latest~1, 3",
        "latest~3, 1",
        "2019-12-22, 1",
        "2020-01-01, 1",
        "2020-01-02, 2",
        "2021-08-11, 2",
        "2021-08-12, 4",
        "2999-01-01, 4",
        "2019-12-22T10:00:00Z, 1",
        "2021-08-12T17:05:08.999Z, 3",
        "2021-08-12T17:05:09Z, 4",
        "2021-08-12T170508Z, 3",
        "2021-08-12T170509Z, 4",
        "2021-08-12T19:05:09+02:00, 4",
        "2019, 1",
        "2020, 2",
        "2019-12, 1",
        "2020-01, 2",
        "today, 4",
        "yesterday, 2",
        "1h, 3",
        "30m, 4",
        "586d, 2",
        "52w, 2",
    })
    void aSnapshotHasManyNames(String text, int number) {
        SnapshotSelector selector = SnapshotSelector.parse(text, NOW);
        assertEquals(number, selector.among(NEWEST_FIRST).number());
        assertEquals(text, selector.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5", "latest~4", "2019-12-21", "2019-12-22T09:59:59Z"})
    void whatIsNotThereIsSaidWithWhatIs(String text) {
        NoSuchSnapshotException refusal =
                assertThrows(NoSuchSnapshotException.class, () -> SnapshotSelector.parse(text, NOW)
                        .among(NEWEST_FIRST));
        assertEquals(
                "there is no snapshot '" + text + "': the store has snapshot 1 (2019-12-22) to snapshot 4 (2021-08-12)",
                refusal.getMessage());
    }

    @Test
    void aStoreMayHaveOneSnapshotOrNone() {
        SnapshotSelector before = SnapshotSelector.beforeLatest();
        assertEquals(
                "there is no snapshot 'latest~1': the store has snapshot 1 (2019-12-22) alone",
                assertThrows(NoSuchSnapshotException.class, () -> before.among(NEWEST_FIRST.subList(3, 4)))
                        .getMessage());
        assertEquals(
                "the store has no snapshot yet: 'ianawatch sync' takes the first",
                assertThrows(NoSuchSnapshotException.class, () -> SnapshotSelector.latest()
                                .among(List.of()))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "newest",
                "LATEST",
                "latest~",
                "latest~-1",
                "latest~1234567",
                "-1",
                "1.5",
                "1234567",
                "2019-13-01",
                "2019-02-30",
                "2019-00",
                "30y",
                "d",
                "tomorrow",
                "20191222",
                "2019-12-22T25:00:00Z",
                "2019-12-22T",
                "2019-12-22T10:00",
                "2019-12-22 10:00:00Z",
                "+999999999-12-31",
            })
    void nonsenseIsRefusedWithWhatIsPossible(String text) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> SnapshotSelector.parse(text, NOW));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.startsWith("'" + text + "' names no snapshot: write a number (12), latest"), message);
    }

    private static SnapshotEntry entry(int number, String observedAt) {
        return new SnapshotEntry(
                number,
                Instant.parse(observedAt),
                Origin.SYNC,
                "source",
                "0".repeat(64),
                1,
                1,
                null,
                new CsvFile.Style(false, "", LineEnd.CRLF, true));
    }
}
