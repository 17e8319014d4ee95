package org.ianawatch.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ianawatch.registry.Registry;
import org.ianawatch.xml.MalformedGroupException.Reason;

/** Reads the file of a group, which it takes for what a stranger may have written. */
public final class GroupReader {
    /** How many bytes a file may have. */
    public static final int MOST_BYTES = 16 << 20;

    private static final int HEAD_BYTES = 4_096;
    private static final int MOST_REGISTRIES = 10_000;
    private static final String NAMESPACE = "http://www.iana.org/assignments";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Empty until the root says it, where nobody else does. */
    private String group;

    private final Markup markup;
    private final PieceCutter pieces;
    private final List<Section> sections = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<Person> people = new ArrayList<>();

    /** A registry of which all may not be known yet. */
    private record Section(Registry.Id id, AboutBuilder about, TableBuilder table) {
        RegistryTable registry() {
            return new RegistryTable(id, about.build(), table.columns(), table.rows());
        }
    }

    private GroupReader(String group, Markup markup, PieceCutter pieces) {
        this.group = group;
        this.markup = markup;
        this.pieces = pieces;
    }

    /**
     * Reads a whole file.
     *
     * @param bytes of the file, which are not changed
     * @param group the id of the group whose file it is
     * @throws MalformedGroupException when it is not the group's, or larger than a group may be
     */
    public static GroupFile read(byte[] bytes, String group) throws MalformedGroupException {
        return reader(bytes, group).read();
    }

    /**
     * Reads a whole file of whatever group it is.
     *
     * @param bytes of the file, which are not changed
     * @throws MalformedGroupException when it is none, or larger than a group may be
     */
    public static GroupFile read(byte[] bytes) throws MalformedGroupException {
        return reader(bytes, "").read();
    }

    /** Whether a file is meant to be one of a group, by how it begins. */
    public static boolean isMeant(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.UTF_8);
        String text = head.startsWith(BYTE_ORDER_MARK) ? head.substring(BYTE_ORDER_MARK.length()) : head;
        return text.stripLeading().startsWith("<") && text.contains(NAMESPACE);
    }

    private static GroupReader reader(byte[] bytes, String group) throws MalformedGroupException {
        if (bytes.length > MOST_BYTES) {
            throw new MalformedGroupException(
                    Reason.TOO_LARGE, bytes.length + " bytes, and the limit is " + MOST_BYTES);
        }
        String text = text(bytes);
        int begin = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
        return new GroupReader(group, new Markup(text, begin), new PieceCutter(text));
    }

    private static String text(byte[] bytes) throws MalformedGroupException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int wrong = Arrays.mismatch(bytes, text.getBytes(StandardCharsets.UTF_8));
        if (wrong >= 0) {
            int line = 1
                    + (int) IntStream.range(0, wrong)
                            .filter(index -> bytes[index] == '\n')
                            .count();
            throw new MalformedGroupException(Reason.ENCODING, line, "bytes that are no UTF-8");
        }
        return text;
    }

    private GroupFile read() throws MalformedGroupException {
        if (!markup.nextChild()) {
            throw markup.wrong(Reason.MALFORMED, "it has no elements");
        }
        String root = markup.name();
        boolean isOfIana = NAMESPACE.equals(markup.namespace());
        if (isOfIana && group.isEmpty()) {
            group = markup.attribute("id");
        }
        if (isOfIana && root.equals("redirect")) {
            return moved();
        }
        if (!isOfIana || !root.equals("registry")) {
            throw markup.wrong(
                    Reason.ROOT,
                    "the root is '" + root + "'" + (isOfIana ? "" : " of another namespace")
                            + ", where a group of IANA's has 'registry' of " + NAMESPACE);
        }
        return group();
    }

    private MovedGroup moved() throws MalformedGroupException {
        String to = id("registry", group).name();
        markup.skip();
        markup.finish();
        return new MovedGroup(group, to, pieces.pieces(List.of()));
    }

    private Group group() throws MalformedGroupException {
        Registry.Id id = id("id", group);
        if (!id.name().equals(group)) {
            throw markup.wrong(Reason.ID, "the file is that of the group '" + id.name() + "', not of '" + group + "'");
        }
        Section root = new Section(id, new AboutBuilder(), new TableBuilder());
        fill(root);
        if (root.table().size() > 0) {
            claim(id);
            sections.add(0, root);
        }
        markup.finish();
        List<RegistryTable> registries =
                sections.stream().map(Section::registry).toList();
        return new Group(group, root.about().build(), registries, people, pieces.pieces(registries));
    }

    private void fill(Section section) throws MalformedGroupException {
        pieces.after(markup.tag().end());
        while (markup.nextChild()) {
            pieces.before(markup.tag().begin());
            switch (markup.name()) {
                case "registry" -> {
                    Section nested = new Section(id("id", group), new AboutBuilder(), new TableBuilder());
                    claim(nested.id());
                    sections.add(nested);
                    fill(nested);
                }
                case "record" -> {
                    section.table().take(markup);
                    pieces.afterRecord(
                            markup.tag().end(), section.id(), section.table().size() - 1);
                }
                case "people" -> fillPeople();
                default -> {
                    section.about().take(markup);
                    pieces.after(markup.tag().end());
                }
            }
        }
        end();
    }

    private void fillPeople() throws MalformedGroupException {
        pieces.after(markup.tag().end());
        while (markup.nextChild()) {
            pieces.before(markup.tag().begin());
            people.add(person());
            pieces.after(markup.tag().end());
        }
        end();
    }

    private void end() {
        pieces.before(markup.tag().begin());
        pieces.after(markup.tag().end());
    }

    private Person person() throws MalformedGroupException {
        String id = markup.attribute("id");
        String name = "";
        String organization = "";
        List<String> uris = new ArrayList<>();
        String updated = "";
        while (markup.nextChild()) {
            switch (markup.name()) {
                case "name" -> name = Texts.text(markup);
                case "org" -> organization = Texts.text(markup);
                case "uri" -> uris.add(Texts.text(markup));
                case "updated" -> updated = Texts.text(markup);
                default -> markup.skip();
            }
        }
        return new Person(id, name, organization, uris, updated);
    }

    private Registry.Id id(String attribute, String groupId) throws MalformedGroupException {
        String id = markup.attribute(attribute);
        try {
            return new Registry.Id(groupId, id);
        } catch (IllegalArgumentException wrong) {
            throw markup.wrong(
                    Reason.ID,
                    "the attribute '" + attribute + "' of '" + markup.name() + "' is '" + id + "', which is no id");
        }
    }

    private void claim(Registry.Id id) throws MalformedGroupException {
        if (ids.size() == MOST_REGISTRIES) {
            throw markup.wrong(Reason.TOO_MANY, "more than " + MOST_REGISTRIES + " registries, the limit");
        }
        if (!ids.add(id.name())) {
            throw markup.wrong(Reason.ID, "two registries have the id '" + id.name() + "'");
        }
    }
}
