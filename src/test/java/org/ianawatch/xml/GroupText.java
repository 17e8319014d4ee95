package org.ianawatch.xml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;

/** Files of the group {@code example}, written by hand. */
final class GroupText {
    static final String ROOT = "<registry xmlns=\"http://www.iana.org/assignments\" id=\"example\">";
    static final String END = "</registry>";

    private GroupText() {}

    /** The group that has this within it; its bytes come back. */
    static Group group(String content) throws MalformedGroupException {
        return read(ROOT + content + END);
    }

    /** The group of a whole file; its bytes come back. */
    static Group read(String text) throws MalformedGroupException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        GroupFile file = GroupReader.read(bytes, "example");
        assertArrayEquals(bytes, file.bytes());
        return assertInstanceOf(Group.class, file);
    }

    /** The table of a registry that has these records. */
    static RegistryTable table(String records) throws MalformedGroupException {
        return group("<registry id='table'>" + records + END).registries().get(0);
    }
}
