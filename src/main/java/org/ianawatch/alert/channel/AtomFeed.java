package org.ianawatch.alert.channel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.ianawatch.alert.Message;
import org.ianawatch.report.Links;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A feed of messages, newest first, by RFC 4287. Not for several threads. */
final class AtomFeed {
    private static final Comparator<Element> NEWEST_FIRST =
            Comparator.comparing(AtomFeed::updated).reversed();

    private final Document document;
    private final Element feed;
    private final List<Element> entries;

    private AtomFeed(Document document) {
        this.document = document;
        this.feed = document.getDocumentElement();
        this.entries = new ArrayList<>(children(feed, "entry"));
    }

    /** A feed that is there, and has no entries yet. */
    static AtomFeed empty(String registry, URI url) {
        Document document = builder().newDocument();
        Element feed = document.createElementNS(AtomXml.NAMESPACE, "feed");
        document.appendChild(feed);
        AtomXml xml = new AtomXml(document);
        xml.text(feed, "id", urn("feed " + url + " " + registry));
        xml.text(feed, "title", "Changes of IANA’s " + registry);
        xml.text(feed, "updated", Instant.EPOCH.toString());
        xml.text(xml.child(feed, "author"), "name", "ianawatch");
        xml.text(feed, "generator", "ianawatch");
        return new AtomFeed(document);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws SAXException when it is something else
     */
    static AtomFeed read(byte[] bytes) throws IOException, SAXException {
        Document document = builder().parse(new ByteArrayInputStream(bytes));
        Element root = document.getDocumentElement();
        boolean isOurs = AtomXml.NAMESPACE.equals(root.getNamespaceURI())
                && "feed".equals(root.getLocalName())
                && children(root, "generator").stream().anyMatch(name -> "ianawatch".equals(name.getTextContent()));
        if (!isOurs) {
            throw new SAXException("no feed of ianawatch");
        }
        AtomFeed feed = new AtomFeed(document);
        try {
            feed.entries.forEach(AtomFeed::updated);
        } catch (DateTimeException | IndexOutOfBoundsException broken) {
            throw new SAXException("an entry has no time", broken);
        }
        return feed;
    }

    /**
     * Adds a message, and drops the oldest that are too many.
     *
     * @param url where the feed is read now
     * @return false when it is there already
     */
    boolean add(Message message, URI url, int mostEntries) {
        String id = urn(message.id());
        if (entries.stream().anyMatch(entry -> id.equals(text(entry, "id")))) {
            return false;
        }
        AtomXml xml = new AtomXml(document);
        entries.add(xml.entry(message, id));
        entries.sort(NEWEST_FIRST);
        children(feed, "entry").forEach(feed::removeChild);
        children(feed, "link").forEach(feed::removeChild);
        xml.link(feed, "self", "application/atom+xml", url.toASCIIString());
        xml.alternate(feed, Links.registry(message.registry()));
        entries.subList(Math.min(mostEntries, entries.size()), entries.size()).clear();
        entries.forEach(feed::appendChild);
        children(feed, "updated").get(0).setTextContent(updated(entries.get(0)).toString());
        return true;
    }

    byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
        } catch (TransformerException impossible) {
            throw new IllegalStateException("a feed cannot be written", impossible);
        }
        return out.toByteArray();
    }

    private static String urn(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("ianawatch " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static Instant updated(Element entry) {
        return Instant.parse(text(entry, "updated"));
    }

    private static String text(Element parent, String name) {
        return children(parent, name).get(0).getTextContent();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int index = 0; index < nodes.getLength(); index++) {
            Node node = nodes.item(index);
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                children.add(element);
            }
        }
        return children;
    }

    /** Reads nothing but the file itself, and prints nothing. */
    private static DocumentBuilder builder() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setExpandEntityReferences(false);
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("every Java reads XML without document types", impossible);
        }
    }
}
