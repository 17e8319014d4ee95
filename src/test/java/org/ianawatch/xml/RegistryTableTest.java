package org.ianawatch.xml;

import static org.ianawatch.xml.GroupText.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules by which a record is a row. In the tables {@code ~} is a no-break space, and {@code ^n}, {@code ^r}, {@code ^t} is what Java means by it. */
class RegistryTableTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a b|a b",
                " ^n^t a  b^n c^n |a  b^n c",
                "~a~|~a~",
                "^r^na^r^nb|a^nb",
                "''|''",
                " ^n |''",
                "1 &lt; 2 &amp; &#x33;|1 < 2 & 3",
                "<![CDATA[<a> & ]]>b|<a> & b",
                "a<!-- c --><?p i?>b|ab",
                "a<br/>b|a^nb",
                "a<br/>^nb|a^nb",
                "a<br/> ^t^n b|a ^t^n b",
                "a<br/> b<br/><br/>c|a^n b^n^nc",
                "a<br/>|a",
                "<paragraph>a^n</paragraph>^n<paragraph>b</paragraph>|a^n^nb",
                "<server>a</server><server>b</server>|ab",
                "<paragraph>see <xref type='rfc' data='rfc1'/>.</paragraph>|see [RFC1].",
                "see <xref type='note' data='2'/>|see [2]",
            })
    void aCellIsTheTextOfItsElement(String content, String cell) throws MalformedGroupException {
        assertEquals(
                List.of(List.of(written(cell))),
                table("<record><a>" + written(content) + "</a></record>").rows());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "type='rfc' data='rfc9110'||[RFC9110]",
                "type='rfc' data='rfc0850'||[RFC0850]",
                "type='rfc' data='bcp57'||[BCP57]",
                "type='rfc' data='rfc9110' section='5.1'||[RFC9110, Section 5.1]",
                "type='rfc' data='rfc1' page='7'||[RFC1, Page 7]",
                "type='rfc' data='rfc1' appendix='A'||[RFC1, Appendix A]",
                "type='rfc' data='rfc1' section='2' table='3'||[RFC1, Section 2, Table 3]",
                "type='rfc' data='rfc1' figure='4'||[RFC1, Figure 4]",
                "type='rfc' data='rfc1' anchor='name-a'||[RFC1#name-a]",
                "type='rfc' data='rfc7519' section='9'| RFC7519, Section 4.1.1|[ RFC7519, Section 4.1.1]",
                "type='rfc' data='rfc1'| ^n |[RFC1]",
                "type='draft' data='RFC-ietf-x-01'||[RFC-ietf-x-01]",
                "type='draft' data='draft-x-01' section='2'||[draft-x-01, Section 2]",
                "type='uri' data='http://example.org/'||[http://example.org/]",
                "type='uri' data='http://example.org/'|Example|[Example]",
                "type='person' data='Ada_Example'|Ada|[Ada_Example]",
                "type='note' data='1'|one|[1]",
                "type='rfc-errata' data='123'||[RFC Errata 123]",
                "type='registry' data='protocol-numbers'||[IANA registry protocol-numbers]",
                "type='registry' data='protocol-numbers'|numbers|[numbers]",
                "type='unicode' data='ucd6.3.0'||[Unicode Character Database 6.3.0]",
                "type='text'|[ISO]|[[ISO]]",
                "type='text'|a<br/>b|[a^nb]",
                "type='other' data='x'||[x]",
            })
    void aReferenceIsWrittenAsThePageWritesIt(String attributes, @Nullable String text, String cell)
            throws MalformedGroupException {
        String content = text == null ? "" : written(text);
        assertEquals(
                List.of(List.of(written(cell))),
                table("<record><xref " + attributes + ">" + content + "</xref></record>")
                        .rows());
    }

    @Test
    void elementsOfOneNameAreOneCell() throws MalformedGroupException {
        assertEquals(
                List.of(List.of("1", "a\nb", "[RFC1][RFC2]")),
                table("<record><v>1</v><n>a</n><n/> <n>b</n><xref type='rfc' data='rfc1'/>\n"
                                + "<xref type='rfc' data='rfc2'/></record>")
                        .rows());
    }

    @Test
    void aNewColumnStandsBehindTheOneBeforeItInItsRecord() throws MalformedGroupException {
        RegistryTable table = table("<record><v>1</v><xref type='text'>x</xref></record>"
                + "<record><v>2</v><n>two</n><xref type='text'>y</xref><z>!</z></record><record/>"
                + "<record><first>0</first><n>three</n><m>3</m></record>");
        assertEquals(List.of("first", "v", "n", "m", "xref", "z"), table.columns());
        assertEquals(
                List.of(
                        List.of("", "1", "", "", "[x]", ""),
                        List.of("", "2", "two", "", "[y]", "!"),
                        List.of("", "", "", "", "", ""),
                        List.of("0", "", "three", "3", "", "")),
                table.rows());
    }

    @Test
    void datesAreTheLastColumnsWhereARecordHasThem() throws MalformedGroupException {
        RegistryTable both =
                table("<record updated='2002-03'><v>1</v></record><record date='2001-02-03'><w>2</w></record>");
        assertEquals(List.of("w", "v", "@date", "@updated"), both.columns());
        assertEquals(List.of(List.of("", "1", "", "2002-03"), List.of("2", "", "2001-02-03", "")), both.rows());
        assertEquals(List.of("v"), table("<record other='1'><v>1</v></record>").columns());
    }

    @Test
    void whatIsBesideTheElementsOfARecordIsNoCell() throws MalformedGroupException {
        assertEquals(
                List.of(List.of("a")),
                table("<record>b<!-- c --><v>a</v>d</record>").rows());
    }

    private static String written(String text) {
        return text.replace('~', '\u00A0')
                .replace("^n", "\n")
                .replace("^r", "\r")
                .replace("^t", "\t");
    }
}
