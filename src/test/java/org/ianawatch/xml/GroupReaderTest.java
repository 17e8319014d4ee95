package org.ianawatch.xml;

import static org.ianawatch.xml.GroupText.END;
import static org.ianawatch.xml.GroupText.ROOT;
import static org.ianawatch.xml.GroupText.group;
import static org.ianawatch.xml.GroupText.read;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ianawatch.registry.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupReaderTest {
    private static final Path SAMPLES = Path.of("src/test/resources/fuzz/GroupReaderFuzz");
    private static final About NOTHING = new About(
            "", "", "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of());

    @Test
    void readsAGroup() throws MalformedGroupException, IOException {
        Group group = read(Files.readString(SAMPLES.resolve("group")));
        assertEquals("example", group.id());
        assertEquals(
                new About(
                        "Example Numbers",
                        "2001-02",
                        "2024-03-04",
                        List.of("Examples"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new Note("How to ask", "Write to [us].")),
                        List.of(),
                        List.of()),
                group.about());
        assertEquals(
                List.of(new Person(
                        "Ada_Example", "Ada Example", "Example", List.of("mailto:ada&example.org"), "2001-02-03")),
                group.people());
        assertEquals(
                List.of("example/colours", "example/shades"),
                group.registries().stream()
                        .map(registry -> registry.id().toString())
                        .toList());
    }

    @Test
    void readsWhatIsSaidOfARegistry() throws MalformedGroupException, IOException {
        List<RegistryTable> registries =
                read(Files.readString(SAMPLES.resolve("group"))).registries();
        Reference rfc1234 = new Reference("rfc", "rfc1234", "", "");
        Range small = new Range(
                "0-9", "0x0-0x9", "Standards Action", "small ones", List.of(new Reference("rfc", "rfc8126", "", "")));
        assertEquals(
                new About(
                        "Colours [1]",
                        "",
                        "",
                        List.of(),
                        List.of("Expert Review"),
                        List.of(small),
                        List.of(rfc1234),
                        List.of("Ada Example"),
                        List.of("what is seen"),
                        List.of(),
                        List.of(new Note("1", "of light")),
                        List.of()),
                registries.get(0).about());
        assertEquals(
                List.of(
                        List.of("0", "red <é>", "", "[RFC1234, Section 5.1][Ada_Example]", "2001-02-03", "2002-03-04"),
                        List.of("1", "green > <red>", "a\n        b\nc", "[draft-ada-green-01]", "", ""),
                        List.of("2-255", "", "", "", "", "")),
                registries.get(0).rows());
        assertEquals(List.of("shades"), registries.get(1).about().files());
        assertEquals(List.of(), registries.get(1).rows());
    }

    @Test
    void theRootIsARegistryWhereItHasRecords() throws MalformedGroupException {
        Group group = group("<registry id='a'/><title>t</title><record><v>1</v></record>");
        assertEquals(
                List.of(new Registry.Id("example", "example"), new Registry.Id("example", "a")),
                group.registries().stream().map(RegistryTable::id).toList());
        assertEquals(List.of(List.of("1")), group.registries().get(0).rows());
        assertEquals("t", group.registries().get(0).about().title());
    }

    @Test
    void otherwiseARegistryMayHaveTheIdOfTheGroup() throws MalformedGroupException {
        assertEquals(
                List.of(new RegistryTable(new Registry.Id("example", "example"), NOTHING, List.of(), List.of())),
                group("<registry id='example'/>").registries());
    }

    @Test
    void readsWhereAGroupMovedTo() throws MalformedGroupException, IOException {
        byte[] bytes = Files.readAllBytes(SAMPLES.resolve("redirect"));
        MovedGroup moved = assertInstanceOf(MovedGroup.class, GroupReader.read(bytes, "example"));
        assertEquals("example", moved.id());
        assertEquals("elsewhere", moved.to());
        assertArrayEquals(bytes, moved.bytes());
    }

    @Test
    void readsWhatIsWrittenStrangely() throws MalformedGroupException, IOException {
        Group group = read(Files.readString(SAMPLES.resolve("strange")));
        assertEquals(
                List.of(List.of(""), List.of("\uD83D\uDE00")),
                group.registries().get(0).rows());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version='1.0' encoding='utf-8'?>" + ROOT + END,
                "<?xml version='1.0'?>" + ROOT + END,
                "\uFEFF<?xml version='1.0' encoding='UTF-8'?>\r\n" + ROOT + END + "\r\n",
                "<registry id='example' xmlns='http://www.iana.org/assignments'/>",
                "<a:registry xmlns:a='http://www.iana.org/assignments' id='example'/>"
            })
    void readsAGroupWithoutRegistries(String text) throws MalformedGroupException {
        assertEquals(List.of(), read(text).registries());
        assertEquals(NOTHING, read(text).about());
    }

    @Test
    void aFileIsMeantForAGroupByHowItBegins() {
        for (String meant : List.of(GroupText.ROOT, "\uFEFF\n" + GroupText.ROOT, GroupText.ROOT + "<cut")) {
            assertTrue(GroupReader.isMeant(meant.getBytes(StandardCharsets.UTF_8)), meant);
        }
        for (String other :
                List.of("", "Value,Description\r\n", "<!DOCTYPE html><html>", "http://www.iana.org/assignments")) {
            assertFalse(GroupReader.isMeant(other.getBytes(StandardCharsets.UTF_8)), other);
        }
    }
}
