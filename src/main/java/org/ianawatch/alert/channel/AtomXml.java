package org.ianawatch.alert.channel;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ianawatch.alert.Message;
import org.ianawatch.registry.Column.Content;
import org.ianawatch.report.Details;
import org.ianawatch.report.Links;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The elements of a feed. */
final class AtomXml {
    static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private static final int MOST_HTML_BYTES = 30_000;
    private static final BulletinEntry.Limits LIMITS = new BulletinEntry.Limits(1_000, 10_000);

    private static final int MOST_REFERENCES = 20;

    private final Document document;

    AtomXml(Document document) {
        this.document = document;
    }

    Element entry(Message message, String id) {
        Bulletin bulletin = Bulletin.fitting(message, LIMITS, AtomXml::fits);
        Element entry = document.createElementNS(NAMESPACE, "entry");
        text(entry, "id", id);
        text(entry, "title", bulletin.title());
        text(entry, "updated", message.createdAt().toString());
        alternate(entry, bulletin.page());
        references(message).forEach(number -> link(entry, "related", "text/html", Links.rfc(number)));
        Element category = child(entry, "category");
        category.setAttribute("term", message.kind().word());
        text(entry, "content", HtmlBody.of(bulletin)).setAttribute("type", "html");
        return entry;
    }

    /** The registry as IANA shows it; RFC 4287 section 4.1.2 allows one such link of a type. */
    void alternate(Element parent, @Nullable String page) {
        if (page != null) {
            link(parent, "alternate", "text/html", page);
        }
    }

    void link(Element parent, String relation, String type, String address) {
        Element link = child(parent, "link");
        link.setAttribute("rel", relation);
        link.setAttribute("type", type);
        link.setAttribute("href", address);
    }

    /** The numbers of the RFCs that the changed rows refer to, each once, the first few. */
    private static List<String> references(Message message) {
        return message.items().stream()
                .flatMap(item -> Details.forPeople(item.change()).stream())
                .filter(detail -> detail.column().content() == Content.REFERENCE)
                .flatMap(detail -> Links.rfcs(detail.before() + " " + detail.after()).stream())
                .distinct()
                .limit(MOST_REFERENCES)
                .toList();
    }

    Element child(Element parent, String name) {
        Element child = document.createElementNS(NAMESPACE, name);
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
