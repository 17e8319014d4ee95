package org.ianawatch.made;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;

/**
 * A way to write a file, most of them not IANA's. It knows nothing of the program's own writer.
 *
 * @param byteOrderMark whether the file begins with one
 * @param lineEnd what ends lines: CRLF, LF or CR
 * @param mixed whether some records end otherwise
 * @param lastLineEnd whether the last record has one
 * @param reordered whether the columns stand in another order
 * @param extraColumns how many columns stand beside the twelve
 * @param formerTitle whether the eleventh column has the title that it had until 2019
 * @param oddQuotes whether some values have quotes that need none
 * @param seed what decides in detail
 */
public record Writing(
        boolean byteOrderMark,
        String lineEnd,
        boolean mixed,
        boolean lastLineEnd,
        boolean reordered,
        int extraColumns,
        boolean formerTitle,
        boolean oddQuotes,
        long seed) {
    /** IANA's way. */
    public static final Writing USUAL = new Writing(false, "\r\n", false, true, false, 0, false, false, 0);

    /** The bytes of the file, UTF-8. */
    public byte[] bytes(List<Entry> rows) {
        List<Integer> order = order();
        StringBuilder text = new StringBuilder(byteOrderMark ? "\uFEFF" : "");
        List<String> titles = new ArrayList<>(Rows.TITLES);
        if (formerTitle) {
            titles.set(PortRegistry.ROLES.index(PortRegistry.UNAUTHORIZED_USE_REPORTED), "Known Unauthorized Uses");
        }
        for (int extra = 1; extra <= extraColumns; extra++) {
            titles.add("Extra " + extra);
        }
        text.append(line(titles, order, 0)).append(lineEnd);
        int line = 1;
        for (Entry row : rows) {
            List<String> values = new ArrayList<>(row.values());
            for (int extra = 1; extra <= extraColumns; extra++) {
                values.add(row.hashCode() % 3 == 0 ? "" : "beside, " + extra);
            }
            text.append(line(values, order, row.hashCode()));
            boolean last = line == rows.size();
            text.append(last && !lastLineEnd ? "" : lineEnd(line));
            line++;
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String lineEnd(int line) {
        return mixed ? List.of("\r\n", "\n", "\r").get(new Random(seed + line).nextInt(3)) : lineEnd;
    }

    private List<Integer> order() {
        List<Integer> order = new ArrayList<>();
        for (int index = 0; index < PortRegistry.COLUMNS.size() + extraColumns; index++) {
            order.add(index);
        }
        if (reordered) {
            Collections.shuffle(order, new Random(seed));
        }
        return order;
    }

    /** A row is spelled in one way throughout a file and a series. */
    private String line(List<String> values, List<Integer> order, int row) {
        Random random = new Random(seed * 31 + row);
        List<String> spelled = new ArrayList<>();
        for (int index : order) {
            String value = values.get(index);
            boolean needsQuotes = value.matches("(?s).*[,\"\r\n].*");
            spelled.add(
                    needsQuotes || (oddQuotes && random.nextInt(4) == 0)
                            ? '"' + value.replace("\"", "\"\"") + '"'
                            : value);
        }
        return String.join(",", spelled);
    }
}
