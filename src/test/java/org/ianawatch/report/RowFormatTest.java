package org.ianawatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The same rows in each format: null beside an empty text, and whatever a format has to escape. */
class RowFormatTest {
    private static final List<RowWriter.Column> COLUMNS = List.of(
            new RowWriter.Column("name", false),
            new RowWriter.Column("count", true),
            new RowWriter.Column("name", false),
            new RowWriter.Column("tab\tbed", false));

    private static final List<List<@Nullable Object>> ROWS = List.of(
            Arrays.asList("", 1, null, "plain"),
            Arrays.asList("a,\"b\"", new BigDecimal("1.50"), List.of("x", 2), "c:\\new\tline\r\nnext\u000b\f\b"),
            Arrays.asList(null, null, true, Instant.EPOCH));

    @Test
    void csvTellsNullFromAnEmptyText() throws IOException {
        assertEquals(
                """
                name,count,name,tab\tbed
                "",1,,plain
                "a,""b""\",1.50,x 2,"c:\\new\tline\r
                next\013\f\b"
                ,,true,1970-01-01T00:00:00Z
                """,
                written(RowFormat.CSV));
    }

    @Test
    void tsvHasTheEscapesOfCopy() throws IOException {
        assertEquals(
                """
                name\tcount\tname\ttab\\tbed
                \t1\t\\N\tplain
                a,"b"\t1.50\tx 2\tc:\\\\new\\tline\\r\\nnext\\v\\f\\b
                \\N\t\\N\ttrue\t1970-01-01T00:00:00Z
                """,
                written(RowFormat.TSV));
    }

    @Test
    void jsonLinesHasAnObjectOnEachLine() throws IOException {
        assertEquals(
                """
                {"name":"","count":1,"name_2":null,"tab\\tbed":"plain"}
                {"name":"a,\\"b\\"","count":1.50,"name_2":["x",2],"tab\\tbed":"c:\\\\new\\tline\\r\\nnext\\u000B\\f\\b"}
                {"name":null,"count":null,"name_2":true,"tab\\tbed":"1970-01-01T00:00:00Z"}
                """,
                written(RowFormat.JSONL));
    }

    @Test
    void withoutARowThereIsTheHeaderOrNothing() throws IOException {
        assertEquals("a\n", header(RowFormat.CSV));
        assertEquals("a\n", header(RowFormat.TSV));
        assertEquals("", header(RowFormat.JSONL));
        assertEquals("[]\n", header(RowFormat.JSON));
    }

    @Test
    void aFormatIsFoundByItsWord() {
        assertEquals(RowFormat.JSONL, RowFormat.ofWord("jsonl"));
        assertEquals(RowFormat.TSV, RowFormat.ofWord("TSV"));
        assertEquals(
                "'xml' is none of table, csv, json, jsonl, tsv, markdown",
                assertThrows(IllegalArgumentException.class, () -> RowFormat.ofWord("xml"))
                        .getMessage());
    }

    private static String written(RowFormat format) throws IOException {
        StringBuilder out = new StringBuilder();
        RowWriter writer = format.begin(COLUMNS, TableLayout.of(Style.PLAIN), out);
        for (List<@Nullable Object> row : ROWS) {
            writer.row(row);
        }
        writer.end();
        return out.toString();
    }

    private static String header(RowFormat format) throws IOException {
        StringBuilder out = new StringBuilder();
        format.begin(List.of(new RowWriter.Column("a", false)), TableLayout.of(Style.PLAIN), out)
                .end();
        return out.toString();
    }
}
