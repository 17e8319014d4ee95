package org.ianawatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What RFC 4287 demands of a feed. */
final class AtomRules {
    private static final Set<String> KNOWN = Set.of(
            "author",
            "category",
            "content",
            "entry",
            "generator",
            "id",
            "link",
            "published",
            "summary",
            "title",
            "updated");

    private AtomRules() {}

    /** Checks the feed, and gives the ids of its entries in their order. */
    static List<String> check(byte[] bytes) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        Element feed = document.getDocumentElement();
        assertEquals("http://www.w3.org/2005/Atom", feed.getNamespaceURI());
        assertEquals("feed", feed.getLocalName());
        // 4.1.1: exactly one id, title and updated; an author unless all entries have one; one self link at most.
        Instant feedUpdated = common(feed);
        assertFalse(children(feed, "author").isEmpty());
        for (Element author : children(feed, "author")) {
            assertEquals(1, children(author, "name").size());
        }
        List<Element> self = children(feed, "link").stream()
                .filter(link -> link.getAttribute("rel").equals("self"))
                .toList();
        assertEquals(1, self.size());
        assertTrue(URI.create(self.get(0).getAttribute("href")).isAbsolute());
        links(feed);
        Set<String> ids = new HashSet<>();
        List<String> order = new ArrayList<>();
        Instant last = Instant.MAX;
        for (Element entry : children(feed, "entry")) {
            Instant updated = common(entry);
            assertFalse(updated.isAfter(last), "newest first");
            assertFalse(updated.isAfter(feedUpdated), "the feed is not older than its entries");
            last = updated;
            String id = children(entry, "id").get(0).getTextContent();
            assertTrue(ids.add(id), "4.1.2: no two entries with one id");
            order.add(id);
            // 4.1.2: without content there must be an alternate link; 4.1.3.3: type html holds text, no elements.
            Element content = children(entry, "content").get(0);
            assertEquals("html", content.getAttribute("type"));
            assertEquals(0, content.getElementsByTagName("*").getLength());
            links(entry);
            children(entry, "category")
                    .forEach(category ->
                            assertFalse(category.getAttribute("term").isEmpty()));
        }
        return order;
    }

    /** The relation and the address of every link of a feed, in their order. */
    static List<String> links(byte[] bytes) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        NodeList links = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getElementsByTagName("link");
        List<String> found = new ArrayList<>();
        for (int index = 0; index < links.getLength(); index++) {
            Element link = (Element) links.item(index);
            found.add(link.getAttribute("rel") + " " + link.getAttribute("href"));
        }
        return found;
    }

    /** 4.1.1, 4.1.2: no two alternates of one type; 4.2.7: an address, a registered relation, a type of media. */
    private static void links(Element parent) {
        Set<String> alternates = new HashSet<>();
        for (Element link : children(parent, "link")) {
            String relation = link.getAttribute("rel");
            assertTrue(Set.of("self", "alternate", "related").contains(relation), relation);
            assertTrue(URI.create(link.getAttribute("href")).isAbsolute(), link.getAttribute("href"));
            assertTrue(link.getAttribute("type").matches("[a-z]+/[a-z+]+"), link.getAttribute("type"));
            assertTrue(!relation.equals("alternate") || alternates.add(link.getAttribute("type")), "one alternate");
        }
    }

    private static Instant common(Element parent) {
        NodeList nodes = parent.getChildNodes();
        for (int index = 0; index < nodes.getLength(); index++) {
            if (nodes.item(index) instanceof Element element) {
                assertTrue(KNOWN.contains(element.getLocalName()), element.getLocalName());
            }
        }
        for (String name : List.of("id", "title", "updated")) {
            assertEquals(1, children(parent, name).size(), name);
        }
        URI id = URI.create(children(parent, "id").get(0).getTextContent());
        assertTrue(id.isAbsolute(), "4.2.6: an id is an IRI");
        // 3.3: RFC 3339, with an upper-case T and Z.
        String updated = children(parent, "updated").get(0).getTextContent();
        assertTrue(
                updated.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)"), updated);
        return OffsetDateTime.parse(updated).toInstant();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int index = 0; index < nodes.getLength(); index++) {
            if (nodes.item(index) instanceof Element element
                    && element.getLocalName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }
}
