package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GroupPageParserTest {
    private static final String RULES =
            """
            Names are assigned first come, first served, as
            documented in [RFC6335].

            See [RFC 8447, Section 17] and [https://example.org/apply].""";

    private static final String XML =
            """
            <?xml version='1.0' encoding='UTF-8'?>
            <registry xmlns="http://www.iana.org/assignments" id="things">
              <title>Things &amp; Numbers</title>
              <updated>2026-11-05</updated>
              <note>
            Names are assigned first come, first served, as\s
            documented in <xref type="rfc" data="rfc6335"/>.

            See <xref type="rfc" data="rfc8447">RFC 8447, Section 17</xref> and <xref type="uri" data="https://example.org/apply"/>.

            *****************
            * PLEASE NOTE   *
            *****************
            </note>
              <note title="Request">elsewhere</note>
              <record><title>no title</title><updated>1999-01-01</updated></record>
              <updated>2000-01-01</updated>
            </registry>
            """;

    private static final String XHTML =
            """
            <?xml version="1.0"?>
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
            <html xmlns="http://www.w3.org/1999/xhtml"><head><title>IANA</title></head><body><article>
            <h1>Things &amp; Numbers</h1><dl><dt>Last Updated</dt><dd>2026-11-05</dd><dt>Note</dt><dd><pre>
            Names are assigned first come, first served, as\s
            documented in [<a href="https://www.iana.org/go/rfc6335">RFC6335</a>].

            See [<a href="https://www.iana.org/go/rfc8447">RFC 8447, Section 17</a>] and [<a href="https://example.org/apply">https://example.org/apply</a>].

            *****************
            * PLEASE NOTE   *
            *****************
            </pre></dd></dl><table><thead><tr><th>Note</th></tr></thead><tbody><tr><td>1999-01-01</td></tr></tbody></table>
            <dl><dt>Last Updated</dt><dd>1999-01-01</dd></dl></article></body></html>
            """;

    @Test
    void readsTheXml() {
        assertEquals(new GroupPage("Things & Numbers", "2026-11-05", RULES, null), parse(XML));
    }

    @Test
    void readsTheSameFromTheXhtml() {
        assertEquals(parse(XML), parse(XHTML));
    }

    @Test
    void prefersTheRuleToTheNote() {
        assertEquals(
                "Expert Review",
                parse(XML.replace("<record>", "<registration_rule>Expert Review</registration_rule><record>"))
                        .registrationRules());
        assertEquals(
                "Expert Review",
                parse(XHTML.replace("<dt>Note", "<dt>Registration Procedure(s)</dt><dd>Expert Review</dd><dt>Note"))
                        .registrationRules());
    }

    @Test
    void leavesTheRegistriesOfAGroupAlone() {
        GroupPage page = parse(
                """
                <?xml version='1.0'?>
                <registry id="group"><title>Group</title><updated>2026-11-05</updated>
                <registry id="one"><title>One</title><registration_rule>Expert Review</registration_rule></registry>
                <registration_rule>Standards Action</registration_rule></registry>
                """);
        assertEquals(new GroupPage("Group", "2026-11-05", null, null), page);
    }

    @Test
    void takesNoDateThatIsNone() {
        assertNull(parse(XML.replace("2026-11-05", "last week")).lastUpdated());
        assertEquals(
                "Things & Numbers",
                parse(XML.replace("2026-11-05", "last week")).title());
    }

    @Test
    void saysNothingOfAnotherPage() {
        assertTrue(parse("<!DOCTYPE html><html><body><p>Service unavailable").saysNothing());
        assertTrue(parse("").saysNothing());
    }

    @Property(tries = 300)
    void neverFails(@ForAll byte[] bytes, @ForAll boolean xml) {
        String start = xml ? "<?xml version='1.0'?><registry><title>T</title>" : "<h1>T</h1>";
        assertNotNull(parse(start + new String(bytes, StandardCharsets.UTF_8)));
        assertNotNull(GroupPageParser.parse(bytes));
    }

    private static GroupPage parse(String page) {
        return GroupPageParser.parse(page.getBytes(StandardCharsets.UTF_8));
    }
}
