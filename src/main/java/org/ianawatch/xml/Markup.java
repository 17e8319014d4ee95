package org.ianawatch.xml;

import java.io.StringReader;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ianawatch.xml.MalformedGroupException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the elements of a text and knows where in it they stand. It reads nothing but the text: no document type, no
 * entity.
 */
final class Markup {
    private static final int MOST_LEVELS = 32;
    private static final int MOST_ELEMENTS = 500_000;
    /** The parser compares each declaration of a prefix with all others of its element. */
    private static final int MOST_PREFIXES = 1_000;

    private static final Pattern PREFIX = Pattern.compile("xmlns");
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private final Tags tags;
    private int level;
    private int elements;
    /** Whether the tag at which it stands is the end of its element too. */
    private boolean endsAtOnce;

    /** Stands where the document begins in the text. */
    Markup(String text, int begin) throws MalformedGroupException {
        tags = new Tags(text, begin);
        if (PREFIX.matcher(text).results().skip(MOST_PREFIXES).findAny().isPresent()) {
            throw wrong(Reason.TOO_MANY, "more than " + MOST_PREFIXES + " times 'xmlns', the limit");
        }
        try {
            reader = FACTORY.createXMLStreamReader(new StringReader(text.substring(begin)));
        } catch (XMLStreamException malformed) {
            throw malformed(malformed);
        }
        String encoding = reader.getCharacterEncodingScheme();
        if (encoding != null && !encoding.toUpperCase(Locale.ROOT).equals("UTF-8")) {
            throw wrong(Reason.ENCODING, "it says that it is in " + encoding + ", and groups are in UTF-8");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Goes on to the next event, and says which it is, one of {@link XMLStreamConstants}. */
    int next() throws MalformedGroupException {
        int event = nextEvent();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin();
            case XMLStreamConstants.END_ELEMENT -> {
                level--;
                if (!endsAtOnce) {
                    tags.next();
                }
                endsAtOnce = false;
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new MalformedGroupException(
                        Reason.DOCUMENT_TYPE,
                        reader.getLocation().getLineNumber(),
                        "a document type (DTD), or an entity of one, which groups have not");
            default -> {}
        }
        return event;
    }

    private int nextEvent() throws MalformedGroupException {
        try {
            return reader.next();
        } catch (XMLStreamException malformed) {
            throw malformed(malformed);
        }
    }

    private void begin() throws MalformedGroupException {
        tags.next();
        endsAtOnce = tags.isEmptyElement();
        level++;
        elements++;
        if (level > MOST_LEVELS || elements > MOST_ELEMENTS) {
            throw wrong(
                    Reason.TOO_MANY,
                    "more than " + MOST_LEVELS + " levels or " + MOST_ELEMENTS + " elements, the limits");
        }
    }

    /** Goes on to the next child of the element in which it stands, or to that one's end: then false. */
    boolean nextChild() throws MalformedGroupException {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            event = next();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /** Goes on to the end of the element at whose begin it stands. */
    void skip() throws MalformedGroupException {
        while (nextChild()) {
            skip();
        }
    }

    /** Goes on to the end of the text, from the end of the root on. */
    void finish() throws MalformedGroupException {
        int event = next();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            event = next();
        }
    }

    /** The name of the element, without a prefix. */
    String name() {
        return reader.getLocalName();
    }

    /** What the prefix of the element stands for, or null where it stands for nothing. */
    @Nullable
    String namespace() {
        return reader.getNamespaceURI();
    }

    /** The value of an attribute without a prefix, empty where the element has none of that name. */
    String attribute(String name) {
        String value = reader.getAttributeValue("", name);
        return value == null ? "" : value;
    }

    /** The characters of a text event. */
    String characters() {
        return reader.getText();
    }

    /** Where the tag, the last one, stands in the text. */
    Tags tag() {
        return tags;
    }

    /** What is wrong at the last tag. */
    MalformedGroupException wrong(Reason reason, String message) {
        return new MalformedGroupException(reason, tags.line(), message);
    }

    private static MalformedGroupException malformed(XMLStreamException malformed) {
        // What the parser says of the place is left out.
        String message = String.valueOf(malformed.getMessage()).replaceFirst("(?s).*\nMessage: ", "");
        return new MalformedGroupException(
                Reason.MALFORMED,
                malformed.getLocation().getLineNumber(),
                "the XML is not well-formed (" + message.replaceFirst("[.]$", "") + ")");
    }
}
