package org.ianawatch.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ianawatch.csv.MalformedFileException.Reason;
import org.ianawatch.registry.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableReaderTest {
    private static Table read(String text) throws MalformedFileException {
        return TableReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theFirstRowHasTheTitlesAndTheOthersAreRows() throws Exception {
        assertEquals(
                new Table(List.of("Value", "Name"), List.of(List.of("1,2", "a\r\n\"b\""), List.of("3", "c"))),
                read("\uFEFFValue,Name\r\n\"1,2\",\"a\r\n\"\"b\"\"\"\r\n3,c"));
    }

    @Test
    void anEmptyLineIsNoRowAndOneWithAnEmptyCellIs() throws Exception {
        assertEquals(
                List.of(List.of("1"), List.of(""), List.of(" ")),
                read("\n\nValue\n\n1\n\"\"\n \n\n").rows());
    }

    @Test
    void rowsNeedNotBeAsLongAsTheHeader() throws Exception {
        assertEquals(
                new Table(List.of("Value", "Name", ""), List.of(List.of("1", "", ""), List.of("2", "b", "c"))),
                read("Value,Name\n1\n2,b,c\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "'Value,Name\r\n', EMPTY",
        "'\n\n', EMPTY",
        "'<!DOCTYPE html>\n<p>', HTML",
        "' <?xml version=\"1.0\"?>\n<registry/>', HTML",
        "'Value\n\"1', TRUNCATED",
        "'Value\n\"1\"2\n', RECORD",
    })
    void whatIsNoTableIsRefused(String text, Reason reason) {
        assertEquals(
                reason,
                assertThrows(MalformedFileException.class, () -> read(text)).reason());
    }

    @Test
    void aNulIsRefused() {
        MalformedFileException refused = assertThrows(MalformedFileException.class, () -> read("Value\n1\0\n"));
        assertEquals(Reason.NUL, refused.reason());
        assertEquals("line 2, character 2: a NUL character (U+0000), which no text has", refused.getMessage());
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        byte[] bytes = "Value\nVall\u00e9e\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                Reason.NOT_UTF_8,
                assertThrows(MalformedFileException.class, () -> TableReader.read(bytes))
                        .reason());
    }
}
