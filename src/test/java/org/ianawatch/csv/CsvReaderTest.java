package org.ianawatch.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ianawatch.csv.MalformedFileException.Reason;
import org.ianawatch.made.Rows;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
    private static final String HEADER = String.join(",", Rows.TITLES);
    private static final String REST = ",,,,,,,,";

    @Test
    void readsTheValuesOfARecord() throws MalformedFileException {
        CsvFile file = read(HEADER + "\r\nfoo,272-279,tcp,\"Foo, the \"\"best\"\"\nof all\",[A],[B],2019-01-01,2019-02,"
                + "[RFC1],7,none,notes\r\n");
        assertEquals(
                List.of(Entry.of(
                        PortRegistry.ROLES,
                        "foo",
                        "272-279",
                        "tcp",
                        "Foo, the \"best\"\nof all",
                        "[A]",
                        "[B]",
                        "2019-01-01",
                        "2019-02",
                        "[RFC1]",
                        "7",
                        "none",
                        "notes")),
                registrations(file));
        assertEquals(new CsvFile.Style(false, HEADER, LineEnd.CRLF, true), file.style());
        assertNull(file.records().get(0).text());
        assertNull(file.records().get(0).lineEnd());
    }

    @ParameterizedTest
    @CsvSource({"RN,CRLF", "N,LF", "R,CR"})
    void readsEveryLineEnd(String end, LineEnd lineEnd) throws MalformedFileException {
        String ended = end.replace('R', '\r').replace('N', '\n');
        CsvFile file = read(HEADER + ended + row("a") + ended + row("b") + ended);
        assertEquals(List.of("a", "b"), services(file));
        assertEquals(lineEnd, file.style().lineEnd());
    }

    @Test
    void keepsLineEndsThatAreMixed() throws MalformedFileException {
        String text = HEADER + "\r\n" + row("a") + "\n" + row("b") + "\r" + row("c") + "\r\n" + row("d");
        CsvFile file = read(text);
        assertEquals(List.of("a", "b", "c", "d"), services(file));
        assertEquals(LineEnd.LF, file.records().get(0).lineEnd());
        assertEquals(LineEnd.CR, file.records().get(1).lineEnd());
        assertNull(file.records().get(2).lineEnd());
        assertFalse(file.style().endsWithLineEnd());
        assertArrayEquals(utf8(text), file.bytes());
    }

    @Test
    void keepsOddSpelling() throws MalformedFileException {
        String odd = "\"foo\",278,tcp,\"\"" + REST;
        CsvFile file = read(HEADER + "\n" + odd + "\n" + row("b") + "\n");
        assertEquals(odd, file.records().get(0).text());
        assertNull(file.records().get(1).text());
        assertEquals("foo", services(file).get(0));
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheHeader() throws MalformedFileException {
        String text = "\uFEFF" + HEADER + "\r\n" + row("a") + "\r\n";
        CsvFile file = read(text);
        assertEquals(new CsvFile.Style(true, HEADER, LineEnd.CRLF, true), file.style());
        assertArrayEquals(utf8(text), file.bytes());
    }

    @Test
    void findsColumnsByTheirTitles() throws MalformedFileException {
        CsvFile file = read("Extra,Assignment Notes,Known Unauthorized Uses,Service Code,Reference,Modification Date,"
                + "Registration Date,Contact,Assignee,Description,Transport Protocol,Port Number,Service Name\n"
                + "beside,12,11,10,9,8,7,6,5,4,tcp,2,1\n");
        assertEquals(
                List.of(Entry.of(PortRegistry.ROLES, "1", "2", "tcp", "4", "5", "6", "7", "8", "9", "10", "11", "12")),
                registrations(file));
        assertEquals(List.of("Extra"), file.header().others());
        assertEquals(
                "Known Unauthorized Uses",
                file.header().title(PortRegistry.ROLES.index(PortRegistry.UNAUTHORIZED_USE_REPORTED)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t", "\uFEFF", "\uFEFF\r\n"})
    void refusesNothing(String text) {
        assertRefused(Reason.EMPTY, "it is empty", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "\n", "\r"})
    void refusesAHeaderAlone(String end) {
        assertRefused(Reason.EMPTY, "it has a header and no records", HEADER + end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html>\n", "\uFEFF<html>", "\r\n  <html lang=\"en\">"})
    void refusesAWebPage(String text) {
        assertRefused(Reason.HTML, "it is a web page (HTML or XML), not a CSV file", text);
    }

    @Test
    void refusesOtherEncodingsWithTheLine() {
        byte[] latin1 = (HEADER + "\n" + row("a") + "\n\"b\nb\",2,tcp,caf\u00e9" + REST)
                .getBytes(Charset.forName("ISO-8859-1"));
        assertRefused(Reason.NOT_UTF_8, "line 3: not UTF-8", latin1);
        assertRefused(Reason.NOT_UTF_8, "line 1: not UTF-8", new byte[] {'a', (byte) 0xC3, '\n'});
    }

    @Test
    void takesTheReplacementCharacterForWhatItIs() throws MalformedFileException {
        assertEquals(List.of("\uFFFD"), services(read(HEADER + "\n" + row("\uFFFD"))));
    }

    @Test
    void refusesAHeaderThatLacksColumns() {
        assertRefused(
                Reason.HEADER,
                "the header lacks 'Port Number', 'Assignment Notes'",
                HEADER.replace("Port Number", "Port").replace(",Assignment Notes", "") + "\n" + row("a"));
        assertRefused(
                Reason.HEADER,
                "the header has the column 'Unauthorized Use Reported' twice",
                HEADER + ",Known Unauthorized Uses\n" + row("a") + ",");
        assertRefused(
                Reason.HEADER,
                "the header lacks "
                        + String.join(
                                ", ",
                                Rows.TITLES.stream()
                                        .map(title -> "'" + title + "'")
                                        .toList()),
                "\n" + HEADER + "\n" + row("a"));
    }

    @Test
    void refusesAnotherNumberOfValuesWithTheLine() {
        assertRefused(
                Reason.RECORD,
                "line 4: 11 values where the header has 12",
                HEADER + "\r\n\"a\r\na\",1,tcp," + REST + "\r\n" + "b,1,tcp" + REST + "\r\n" + row("c") + "\r\n");
        assertRefused(Reason.RECORD, "line 2: 13 values where the header has 12", HEADER + "\n" + row("a") + ",\n");
        assertRefused(Reason.RECORD, "line 2: 13 values where the header has 12", HEADER + "\n" + row("a") + ",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void refusesAnEmptyLine(String end) {
        assertRefused(Reason.RECORD, "line 3: 1 values where the header has 12", HEADER + end + row("a") + end + end);
        assertRefused(Reason.RECORD, "line 2: 1 values where the header has 12", HEADER + end + end + row("a") + end);
    }

    @Test
    void anEmptyLineIsRefusedAlsoWhereTheRestIsKnown() throws MalformedFileException {
        CsvReader reader = new CsvReader(PortRegistry.ROLES);
        reader.read(utf8(HEADER + "\n" + row("a") + "\n"));
        MalformedFileException refusal =
                assertThrows(MalformedFileException.class, () -> reader.read(utf8(HEADER + "\n" + row("a") + "\n\n")));
        assertEquals("line 3: 1 values where the header has 12", refusal.getMessage());
    }

    @Test
    void tellsAnEndInsideARecord() {
        assertRefused(
                Reason.TRUNCATED,
                "line 3: it ends inside this record: 4 values where the header has 12",
                HEADER + "\n" + row("a") + "\nb,1,tcp,some");
        assertRefused(
                Reason.TRUNCATED,
                "it ends inside the quotes of the record that begins on line 3",
                HEADER + "\n" + row("a") + "\nb,1,tcp,\"some\nmore");
    }

    @Test
    void refusesTextAfterAQuote() {
        assertRefused(
                Reason.RECORD,
                "line 2: text follows a closing quote in the record that begins here",
                HEADER + "\n\"a\"b,1,tcp," + REST + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "65536 | ",
                "9-8 | ",
                "x | ",
                "1-2-3 | ",
                "1- | ",
                "' 1' | ' (it has U+0020, SPACE)'",
                "'1 ' | ' (it has U+0020, SPACE)'",
                "1\u00A0 | ' (it has U+00A0, NO-BREAK SPACE)'",
                "22\u201325 | ' (it has U+2013, EN DASH)'",
                "22\u221225 | ' (it has U+2212, MINUS SIGN)'",
                "22\u201125 | ' (it has U+2011, NON-BREAKING HYPHEN)'",
            })
    void aPortNumberThatIsNoneIsTextAndItsCellIsNamed(String cell, @Nullable String strange) throws Exception {
        String text = HEADER + "\n\"a\nb\",1,tcp," + REST + "\na," + cell + ",tcp," + REST + "\n";

        CsvFile file = read(text);

        assertEquals(
                List.of("line 4, 'Port Number': '" + cell + "' is no port and no range of ports from 0 to 65535"
                        + (strange == null ? "" : strange)),
                file.unreadableCodes().stream().map(UnreadableCode::message).toList());
        assertNull(registrations(file).get(1).span());
        assertEquals(cell, registrations(file).get(1).value(PortRegistry.PORT_NUMBER));
        assertEquals(text, new String(file.bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void refusesNul() {
        assertRefused(
                Reason.NUL,
                "line 3, character 3: a NUL character (U+0000), which no text has",
                HEADER + "\n" + row("a") + "\nb,\0001,tcp," + REST + "\n");
        assertRefused(
                Reason.NUL,
                "line 4, character 2: a NUL character (U+0000), which no text has",
                HEADER + "\r\n" + row("a") + "\r\n\"\uD83D\uDE00\r\nb\0\",1,tcp," + REST + "\r\n");
        assertRefused(
                Reason.NUL,
                "line 1, character 2: a NUL character (U+0000), which no text has",
                "S\0e\0r\0v\0i\0c\0e\0");
    }

    private static String row(String service) {
        return service + ",1,tcp," + REST;
    }

    private static void assertRefused(Reason reason, String message, String text) {
        assertRefused(reason, message, utf8(text));
    }

    private static void assertRefused(Reason reason, String message, byte[] bytes) {
        MalformedFileException refusal =
                assertThrows(MalformedFileException.class, () -> new CsvReader(PortRegistry.ROLES).read(bytes));
        assertEquals(message, refusal.getMessage());
        assertEquals(reason, refusal.reason());
    }

    private static CsvFile read(String text) throws MalformedFileException {
        return new CsvReader(PortRegistry.ROLES).read(utf8(text));
    }

    private static List<Entry> registrations(CsvFile file) {
        return file.snapshot("", "").entries();
    }

    private static List<String> services(CsvFile file) {
        return registrations(file).stream().map(Entry::name).toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
