package org.ianawatch.alert;

import java.nio.charset.StandardCharsets;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The elements of a feed. */
final class AtomXml {
    private static final int MOST_HTML_BYTES = 30_000;
    private static final Entry.Limits LIMITS = new Entry.Limits(1_000, 10_000);

    private final Document document;

    AtomXml(Document document) {
        this.document = document;
    }

    Element entry(Message message, String id) {
        Bulletin bulletin = Bulletin.fitting(message, LIMITS, AtomXml::fits);
        Element entry = document.createElementNS(AtomFeed.NAMESPACE, "entry");
        text(entry, "id", id);
        text(entry, "title", bulletin.title());
        text(entry, "updated", message.createdAt().toString());
        Element category = child(entry, "category");
        category.setAttribute("term", message.kind().word());
        text(entry, "content", HtmlBody.of(bulletin)).setAttribute("type", "html");
        return entry;
    }

    Element child(Element parent, String name) {
        Element child = document.createElementNS(AtomFeed.NAMESPACE, name);
        parent.appendChild(child);
        return child;
    }

    Element text(Element parent, String name, String text) {
        Element child = child(parent, name);
        child.setTextContent(possible(text));
        return child;
    }

    /** XML 1.0 has no place for two characters that are no controls. */
    private static String possible(String text) {
        return text.replace('\ufffe', '\ufffd').replace('\uffff', '\ufffd');
    }

    private static boolean fits(Bulletin bulletin) {
        return HtmlBody.of(bulletin).getBytes(StandardCharsets.UTF_8).length <= MOST_HTML_BYTES;
    }
}
