package org.ianawatch.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class RecordScannerProperties {
    /** What a scan finds, or why it finds nothing. */
    private record Found(List<String> slices, String refusal) {}

    /** To know a file saves time; nobody may notice otherwise. */
    @Property(tries = 2000)
    void aKnownFileMakesNoDifference(@ForAll("files") String known, @ForAll("files") String file)
            throws MalformedFileException {
        List<Slice> slices;
        try {
            slices = new RecordScanner(bytes(known), 0).all();
        } catch (MalformedFileException unknown) {
            slices = List.of();
        }
        byte[] bytes = bytes(file);

        assertEquals(scan(bytes, List.of()), scan(bytes, slices));

        long alike = slices.stream().filter(slice -> slice.at(bytes, 0) != null).count();
        Statistics.label("begins with a known record").collect(alike > 0).coverage(coverage -> coverage.check(true)
                .percentage(part -> part > 10));
    }

    private static Found scan(byte[] bytes, List<Slice> known) {
        try {
            return new Found(
                    new RecordScanner(bytes, 0)
                            .all(known).stream()
                                    .map(slice -> slice.offset() + "+" + slice.length() + " " + slice.lineEnd() + " "
                                            + new String(bytes, slice.offset(), slice.length(), StandardCharsets.UTF_8))
                                    .toList(),
                    "");
        } catch (MalformedFileException refused) {
            return new Found(List.of(), refused.reason() + " " + refused.getMessage());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(
                        "a", "b", ",", "\"", "\r", "\n", "\r\n", "a,b\r\n", "b,a\r\n", "\"a\r\nb\",\r\n", "a\n", "a\r")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
