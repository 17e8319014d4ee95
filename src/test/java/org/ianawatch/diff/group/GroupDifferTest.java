package org.ianawatch.diff.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.registry.Sha256;
import org.ianawatch.xml.Group;
import org.ianawatch.xml.GroupReader;
import org.ianawatch.xml.MalformedGroupException;
import org.junit.jupiter.api.Test;

/** What became of a group and of its registries. */
class GroupDifferTest {
    private static final String SUITES =
            """
            <registry id="suites">
              <title>Made Suites</title>
              <registration_rule>IETF Review</registration_rule>
              <expert>Jane Doe</expert>
              <record><value>0x01</value><description>ONE</description><xref type="rfc" data="rfc9001"/></record>
              <record><value>0x02</value><description>TWO</description></record>
              <record><value>0x03-0xFF</value><description>Unassigned</description></record>
            </registry>
            """;
    private static final String METHODS =
            """
            <registry id="methods">
              <title>Made Methods</title>
              <record><name>GET</name><safe>yes</safe></record>
              <record><name>PUT</name><safe>no</safe></record>
            </registry>
            """;

    private static GroupEdition edition(String label, String registries) throws MalformedGroupException {
        byte[] bytes = ("<?xml version='1.0' encoding='UTF-8'?>\n"
                        + "<registry xmlns=\"http://www.iana.org/assignments\" id=\"made\">\n<title>Made</title>\n"
                        + "<updated>2026-11-01</updated>\n" + registries + "</registry>\n")
                .getBytes(StandardCharsets.UTF_8);
        return new GroupEdition(label, Sha256.of(bytes), (Group) GroupReader.read(bytes, "made"));
    }

    private static GroupChanges diff(String before, String after) throws MalformedGroupException {
        return GroupDiffer.diff(edition("old", before), edition("new", after), ColumnTitles.WORDS);
    }

    private static List<String> events(GroupChanges changes) {
        return changes.events().stream()
                .map(event ->
                        event.kind().word() + " " + event.registry() + ": " + event.before() + " -> " + event.after())
                .toList();
    }

    private static List<String> changes(GroupChanges changes) {
        return changes.registries().stream()
                .map(GroupChanges.RegistryChanges::changes)
                .map(ChangeSet::changes)
                .flatMap(List::stream)
                .map(change -> change.kind().word() + " " + change.span())
                .toList();
    }

    @Test
    void whatIsTheSameHasChangedInNothing() throws Exception {
        assertTrue(diff(SUITES + METHODS, METHODS + SUITES).isEmpty());
    }

    @Test
    void aRegistryIsComparedByItself() throws Exception {
        GroupChanges changes = diff(
                SUITES + METHODS,
                SUITES.replace(
                                "<record><value>0x03-0xFF</value>",
                                "<record><value>0x03</value><description>THREE</description></record>\n"
                                        + "<record><value>0x04-0xFF</value>")
                        + METHODS);

        assertEquals(List.of("assigned 3"), changes(changes));
        assertEquals("Made Suites", changes.registries().get(0).title());
        assertEquals(List.of(), changes.events());
        assertEquals("2026-11-01", changes.from().updated());
    }

    @Test
    void whatIsSaidOfARegistryIsAnEvent() throws Exception {
        String after = SUITES.replace("Made Suites", "Made Cipher Suites")
                .replace("IETF Review", "Expert Review")
                .replace("Jane Doe", "John Doe")
                .replace("<expert>", "<xref type=\"rfc\" data=\"rfc9002\"/><note>See there.</note><expert>");

        assertEquals(
                List.of(
                        "title made/suites: Made Suites -> Made Cipher Suites",
                        "policy made/suites: IETF Review -> Expert Review",
                        "expert made/suites: Jane Doe -> John Doe",
                        "note made/suites: null -> See there.",
                        "references made/suites: null -> [RFC9002]"),
                events(diff(SUITES, after)));
    }

    @Test
    void registriesComeAndGo() throws Exception {
        assertEquals(
                List.of(
                        "registry-added made/suites: null -> Made Suites",
                        "registry-removed made/methods: Made Methods -> null"),
                events(diff(METHODS, SUITES)));
    }

    @Test
    void oneUnderAnotherIdIsKnownByItsTitleOrByItsRows() throws Exception {
        GroupChanges byTitle =
                diff(METHODS, METHODS.replace("\"methods\"", "\"verbs\"").replace("<name>PUT", "<name>POST"));
        GroupChanges byRows = diff(
                METHODS,
                METHODS.replace("\"methods\"", "\"verbs\"")
                        .replace("Made Methods", "Verbs")
                        .replace("<name>PUT", "<name>POST"));

        assertEquals(List.of("registry-renamed made/verbs: methods -> verbs"), events(byTitle));
        assertEquals(
                List.of("registry-renamed made/verbs: methods -> verbs", "title made/verbs: Made Methods -> Verbs"),
                events(byRows));
        assertEquals(1, byTitle.registries().size());
    }

    @Test
    void theGroupItselfHasATitleToo() throws Exception {
        GroupEdition old = edition("old", METHODS);
        byte[] bytes = new String(old.group().bytes(), StandardCharsets.UTF_8)
                .replace("<title>Made</title>", "<title>Made Here</title>")
                .getBytes(StandardCharsets.UTF_8);
        GroupEdition after = new GroupEdition("new", Sha256.of(bytes), (Group) GroupReader.read(bytes, "made"));

        assertEquals(
                List.of("title made: Made -> Made Here"), events(GroupDiffer.diff(old, after, ColumnTitles.NAMES)));
    }

    @Test
    void columnsAreCalledAsPeopleCallThem() {
        assertEquals(
                List.of("Type Value", "Reference", "Recommended", "Registration Date", "Modification Date"),
                ColumnTitles.WORDS.of(List.of("type-value", "xref", "rec", "@date", "@updated")));
        assertEquals(List.of("type-value", "xref"), ColumnTitles.NAMES.of(List.of("type-value", "xref")));
    }
}
