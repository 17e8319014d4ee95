package org.ianawatch.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ianawatch.made.Registries;
import org.ianawatch.made.Rows;
import org.ianawatch.made.Writing;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;

class CsvFileProperties {
    @Property(tries = 300)
    void bytesComeBack(@ForAll("rows") List<Entry> rows, @ForAll("writings") Writing writing)
            throws MalformedFileException {
        byte[] bytes = writing.bytes(rows);
        CsvFile file = new CsvReader(PortRegistry.ROLES).read(bytes);
        assertArrayEquals(bytes, file.bytes());
        assertEquals(rows, file.snapshot("", "").entries());
        Statistics.label("spelled otherwise than IANA does")
                .collect(file.records().stream().anyMatch(record -> record.text() != null))
                .coverage(coverage -> coverage.check(true).percentage(part -> part > 10));
        Statistics.label("other line ends")
                .collect(file.records().stream().anyMatch(record -> record.lineEnd() != null))
                .coverage(coverage -> coverage.check(true).percentage(part -> part > 10));
    }

    @Property(tries = 200)
    void bytesComeBackFromRecordsAndStyle(@ForAll("rows") List<Entry> rows, @ForAll("writings") Writing writing)
            throws MalformedFileException {
        byte[] bytes = writing.bytes(rows);
        CsvFile file = new CsvReader(PortRegistry.ROLES).read(bytes);
        assertArrayEquals(
                bytes,
                CsvFile.of(file.style(), PortRegistry.ROLES, List.copyOf(file.records()))
                        .bytes());
    }

    /** The reader reuses the records of the file before; nobody may notice. */
    @Property(tries = 150)
    void oneReaderReadsASeriesLikeManyReaders(
            @ForAll("series") List<List<Entry>> series,
            @ForAll("writings") Writing one,
            @ForAll("writings") Writing other)
            throws MalformedFileException {
        CsvReader reader = new CsvReader(PortRegistry.ROLES);
        CsvFile previous = null;
        for (int index = 0; index < series.size(); index++) {
            byte[] bytes = (index % 3 == 2 ? other : one).bytes(series.get(index));
            CsvFile file = reader.read(bytes);
            assertEquals(new CsvReader(PortRegistry.ROLES).read(bytes), file);
            assertArrayEquals(bytes, file.bytes());
            if (previous != null) {
                assertEquals(file, CsvReader.after(previous, PortRegistry.ROLES).read(bytes));
            }
            previous = file;
        }
    }

    @Property(tries = 200)
    void theLibraryReadsTheSameValues(@ForAll("rows") List<Entry> rows, @ForAll("writings") Writing writing)
            throws MalformedFileException, IOException {
        byte[] bytes = writing.bytes(rows);
        assertEquals(
                readByTheLibrary(bytes),
                new CsvReader(PortRegistry.ROLES)
                        .read(bytes).snapshot("", "").entries().stream()
                                .map(Entry::values)
                                .toList());
    }

    @Property(tries = 100)
    void theUsualWayIsSpelledWithoutMemory(@ForAll("rows") List<Entry> rows) throws MalformedFileException {
        CsvFile file = new CsvReader(PortRegistry.ROLES).read(Writing.USUAL.bytes(rows));
        assertEquals(rows.stream().map(row -> new CsvRecord(row, null, null)).toList(), file.records());
    }

    private static List<List<String>> readByTheLibrary(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<List<String>> rows = new ArrayList<>();
        CSVFormat format =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        try (CSVParser parser =
                CSVParser.parse(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text), format)) {
            Map<String, Integer> places = new HashMap<>();
            for (CSVRecord record : parser) {
                if (places.isEmpty()) {
                    for (int index = 0; index < record.size(); index++) {
                        places.put(
                                record.get(index).replace("Known Unauthorized Uses", "Unauthorized Use Reported"),
                                index);
                    }
                    continue;
                }
                List<String> values = new ArrayList<>();
                for (Column column : PortRegistry.COLUMNS) {
                    values.add(record.get(places.get(Rows.TITLES.get(PortRegistry.ROLES.index(column)))));
                }
                rows.add(values);
            }
        }
        return rows;
    }

    @Provide
    Arbitrary<List<Entry>> rows() {
        return Registries.rows();
    }

    @Provide
    Arbitrary<List<List<Entry>>> series() {
        return Registries.series(2, 5);
    }

    @Provide
    Arbitrary<Writing> writings() {
        return Registries.writings();
    }
}
