package org.ianawatch.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.csv.CsvFile;
import org.jspecify.annotations.Nullable;

/**
 * What the store knows of a snapshot, without its rows.
 *
 * @param number counted from 1 in the order of observation
 * @param observedAt when it was downloaded, or the date of the imported file
 * @param origin how it came into the store
 * @param source a URL or a file's name
 * @param sha256 of the file's bytes, 64 lower-case hexadecimal digits
 * @param byteCount the file's size in bytes
 * @param recordCount its rows, the header not counted
 * @param lastUpdated what the group's page said of the last update, or null where it was not read
 * @param style how the file is written
 */
public record SnapshotEntry(
        int number,
        Instant observedAt,
        Origin origin,
        String source,
        String sha256,
        int byteCount,
        int recordCount,
        @Nullable String lastUpdated,
        CsvFile.Style style) {
    /** The snapshots by number, in the order in which they are given. */
    public static Map<Integer, SnapshotEntry> byNumber(List<SnapshotEntry> entries) {
        Map<Integer, SnapshotEntry> byNumber = new LinkedHashMap<>();
        entries.forEach(entry -> byNumber.put(entry.number(), entry));
        return byNumber;
    }

    /** The day of observation in UTC. */
    public LocalDate date() {
        return LocalDate.ofInstant(observedAt, ZoneOffset.UTC);
    }

    /** What people know it by, such as {@code snapshot 12 (2019-12-22)}. */
    public String label() {
        return label(number, observedAt);
    }

    /** What people know a snapshot by, such as {@code snapshot 12 (2019-12-22)}. */
    public static String label(int number, Instant observedAt) {
        return "snapshot " + number + " (" + LocalDate.ofInstant(observedAt, ZoneOffset.UTC) + ")";
    }
}
