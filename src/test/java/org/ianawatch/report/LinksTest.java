package org.ianawatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.ianawatch.diff.Change;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static final String PORTS = "service-names-port-numbers";
    private static final String PAGE = "https://www.iana.org/assignments/service-names-port-numbers/";
    private static final String SEARCH = PAGE + "service-names-port-numbers.xhtml?search=";

    /** IANA's page finds the text in any column, and a range begins with its first port. */
    @Test
    void portsAreFoundByTheirFirst() {
        assertEquals(
                SEARCH + "272",
                Links.rows(
                        PORTS,
                        new Change.Reclassified(new Span(272, 279), Samples.UDP, Status.RESERVED, Status.UNASSIGNED)));
        assertEquals(SEARCH + "278", Links.rows(PORTS, Samples.amended("foo", 278, Samples.TCP)));
    }

    @Test
    void whatHasNoPortIsFoundByItsName() {
        assertEquals(SEARCH + "_bare", Links.rows(PORTS, named("_bare")));
        assertEquals(SEARCH + "a+%3Cb%3E%22%26%29", Links.rows(PORTS, named("a <b>\"&)")));
        assertEquals(PAGE, Links.rows(PORTS, named("")));
        assertEquals(SEARCH + "%26".repeat(100), Links.rows(PORTS, named("&".repeat(100))));
        assertEquals(PAGE, Links.rows(PORTS, named("&".repeat(101))));
    }

    @Test
    void whatIsNoRegistryOfIanaHasNoPage() {
        assertNull(Links.registry("../evil"));
        assertNull(Links.rows("a\"b", named("foo")));
        assertEquals(PAGE, Links.registry(PORTS));
    }

    @Test
    void rfcsAreFoundHoweverTheyAreSpelled() {
        assertEquals(
                List.of("6335", "793", "1"),
                Links.rfcs("[RFC6335], section 8, [RFC 0793] and RFC1; not XRFC2, RFC-3, RFC123456 or RFC"));
        assertEquals(
                "[<a href=\"https://www.rfc-editor.org/rfc/rfc6335\">RFC 6335</a>] &lt;b&gt;",
                HtmlText.withRfcs("[RFC 6335] <b>"));
        assertEquals(
                "\\[[RFC6335](https://www.rfc-editor.org/rfc/rfc6335)\\] \\*b\\*", MarkdownText.value("[RFC6335] *b*"));
    }

    private static Change named(String service) {
        return new Change.Assigned(
                null,
                Samples.TCP,
                service,
                Status.UNASSIGNED,
                null,
                Entry.of(PortRegistry.ROLES, service, "", "tcp", "", "", "", "", "", "", "", "", ""));
    }
}
