package org.ianawatch.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordScannerTest {
    /** Line ends are written {@code R} and {@code N}, quotes {@code '}; records come back with their own line end. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "a,bRNc,dRN [a,b:CRLF][c,d:CRLF]",
                "a,bNc,dN [a,b:LF][c,d:LF]",
                "a,bRc,dR [a,b:CR][c,d:CR]",
                "aRNbNcRd [a:CRLF][b:LF][c:CR][d:null]",
                "aNRb [a:LF][:CR][b:null]",
                "RN [:CRLF]",
                "a, [a,:null]",
                "'aRNb',cN ['aRNb',c:LF]",
                "'aNb',cR ['aNb',c:CR]",
                "'a''b'N ['a''b':LF]",
                "'a'',Nb'N ['a'',Nb':LF]",
                "'','' ['','':null]",
                "''''N ['''':LF]",
                "a'b,c'N [a'b,c':LF]",
                "a,'b' [a,'b':null]"
            })
    void tellsRecordsApart(String text, String expected) throws MalformedFileException {
        byte[] bytes = bytes(text);
        StringBuilder found = new StringBuilder();
        for (Slice slice : new RecordScanner(bytes, 0).all()) {
            String record = new String(bytes, slice.offset(), slice.length(), StandardCharsets.UTF_8);
            String written = record.replace('\r', 'R').replace('\n', 'N').replace('"', '\'');
            found.append('[')
                    .append(written)
                    .append(':')
                    .append(slice.lineEnd())
                    .append(']');
        }
        assertEquals(expected, found.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {"aN'b 2", "aRNb,'cNdNe 2", "'a''N 1", "'aRb'Rc,' 3"})
    void refusesAnEndInsideQuotes(String text, int line) {
        MalformedFileException refusal =
                assertThrows(MalformedFileException.class, () -> new RecordScanner(bytes(text), 0).all());
        assertEquals(MalformedFileException.Reason.TRUNCATED, refusal.reason());
        assertEquals("it ends inside the quotes of the record that begins on line " + line, refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {"'a'b 1", "aN'b'x 2", "aRN'bRN'_ 2", "aRbR'c'.,d 3"})
    void refusesTextAfterAClosingQuote(String text, int line) {
        MalformedFileException refusal =
                assertThrows(MalformedFileException.class, () -> new RecordScanner(bytes(text), 0).all());
        assertEquals(MalformedFileException.Reason.RECORD, refusal.reason());
        assertEquals(
                "line " + line + ": text follows a closing quote in the record that begins here", refusal.getMessage());
    }

    @Test
    void slicesAreEqualByTheirBytesAlone() throws MalformedFileException {
        List<Slice> slices = new ArrayList<>(new RecordScanner(bytes("aa,bRNaa,bNab,a"), 0).all());
        slices.addAll(new RecordScanner(bytes("xNaa,b"), 2).all());
        assertEquals(slices.get(0), slices.get(1));
        assertEquals(slices.get(0), slices.get(3));
        assertEquals(slices.get(0).hashCode(), slices.get(3).hashCode());
        assertEquals(2, slices.stream().distinct().count());
    }

    private static byte[] bytes(String text) {
        return text.replace('R', '\r').replace('N', '\n').replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
