package org.ianawatch.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.Differ;
import org.ianawatch.made.Foreign;
import org.ianawatch.made.Rows;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Registry;
import org.ianawatch.registry.Sha256;
import org.ianawatch.store.home.StoreException;
import org.junit.jupiter.api.Test;

/** Registries that have no ports, in one store beside the ports. */
class ForeignStoreTest {
    private static final List<String> SUITES = List.of(
            lines(
                    "\r\n",
                    "Value,Description,Recommended,Reference",
                    "\"0x13,0x01\",TLS_ONE,Y,[RFC8446]",
                    "\"0x13,0x02-FF\",Unassigned,,",
                    "\"9,10,12\",TLS_LIST,N,",
                    "0xFFFFFFFFFFFFFFFFFF,TLS_WIDE,N,"),
            lines(
                            "\n",
                            "Value,Description,Recommended,Reference",
                            "\"0x13,0x01\",TLS_ONE,Y,[RFC9846]",
                            "\"0x13,0x02\",\"TLS_\"\"TWO\"\"\",Y,",
                            "\"0x13,0x03-FF\",Unassigned,,",
                            "\"9,10,12\",TLS_LIST,N,",
                            "0xFFFFFFFFFFFFFFFFFF,TLS_WIDE,N,")
                    .stripTrailing());
    private static final List<String> METHODS = List.of(
            lines("\r\n", "Method Name,Safe,Reference", "GET,yes,[RFC9110]", "LABEL,no,[RFC3253]"),
            lines("\r\n", "\uFEFFMethod Name,Safe,Idempotent,Reference", "GET,yes,yes,[RFC9110]", "TAG,no,,[RFC3253]"));
    private static final List<String> OPTIONS = List.of(
            lines("\r\n", "Type,Code,Meaning,Reference", "a,1,one,", "b,1,eins,"),
            lines("\r\n", "Type,Code,Meaning,Reference", "a,1,one,", "b,2,zwei,"));

    private static String lines(String end, String... lines) {
        return String.join(end, lines) + end;
    }

    private static void append(WritableStore open, Registry registry, List<String> texts) {
        WritableStore store = open.of(registry);
        CsvFile before = null;
        for (String text : texts) {
            CsvFile file = Foreign.file(registry, text);
            byte[] bytes = Foreign.bytes(text);
            String sha256 = Sha256.of(bytes).digits();
            ChangeSet changes = before == null
                    ? null
                    : Differ.diff(before.snapshot("before", sha256), file.snapshot("after", sha256));
            int number = store.snapshots().size();
            Instant observedAt = MadeStore.FIRST.plusSeconds(number);
            store.commit(() -> store.append(
                    new NewSnapshot(
                            file,
                            sha256,
                            bytes.length,
                            observedAt,
                            Origin.SYNC,
                            registry.id().toString()),
                    changes));
            before = file;
        }
    }

    private static MadeStore filled() {
        MadeStore made = MadeStore.of(List.of(
                List.of(Rows.row("ssh", "22", "tcp", "SSH"), Rows.row("", "272-279", "", "Unassigned")),
                List.of(Rows.row("ssh", "22", "tcp", "SSH"), Rows.row("", "272-278", "", "Unassigned"))));
        made.write(store -> {
            append(store, Foreign.SUITES, SUITES);
            append(store, Foreign.METHODS, METHODS);
            append(store, Foreign.OPTIONS, OPTIONS);
        });
        return made;
    }

    @Test
    void filesAreGivenBackByteForByteAndAllIsSound() {
        try (MadeStore made = filled()) {
            assertEquals(List.of(), made.problems());
            made.read(store -> {
                assertEquals(
                        List.of(
                                "service-names-port-numbers",
                                "made-parameters/made-suites",
                                "made-methods",
                                "made-parameters/made-options"),
                        store.registries().stream()
                                .map(each -> each.id().toString())
                                .toList());
                assertBytes(store.of(Foreign.SUITES), SUITES);
                assertBytes(store.of(Foreign.METHODS), METHODS);
                assertBytes(store.of(Foreign.OPTIONS), OPTIONS);
            });
        }
    }

    private static void assertBytes(Store store, List<String> texts) {
        for (SnapshotEntry entry : store.snapshots()) {
            assertArrayEquals(
                    Foreign.bytes(texts.get(entry.number() - 1)),
                    store.file(entry).bytes());
        }
    }

    @Test
    void changesAreReadBackAsTheyWereFound() {
        try (MadeStore made = filled()) {
            made.read(store -> {
                assertEquals(
                        List.of("ASSIGNED 4866 null", "AMENDED 4865 null"),
                        store.of(Foreign.SUITES).changes(1, 2).stream()
                                .map(each -> each.change().kind() + " "
                                        + each.change().span() + " "
                                        + each.change().spaces().get(0).name())
                                .map(text -> text.endsWith(" ") ? text + "null" : text)
                                .sorted((one, other) -> other.compareTo(one))
                                .toList());
                assertEquals(
                        List.of("RENAMED null"),
                        store.of(Foreign.METHODS).changes(1, 2).stream()
                                .map(each -> each.change().kind() + " "
                                        + each.change().span())
                                .toList());
                assertEquals(
                        List.of("DEASSIGNED 1 b", "ASSIGNED 2 b"),
                        store.of(Foreign.OPTIONS).changes(1, 2).stream()
                                .map(each -> each.change().kind() + " "
                                        + each.change().span() + " "
                                        + each.change().spaces().get(0))
                                .toList());
            });
        }
    }

    @Test
    void theRowsThatASnapshotBeganAndEndedAreFound() {
        try (MadeStore made = filled()) {
            made.read(store -> assertEquals(
                    List.of("TLS_ONE", "TLS_ONE", "TLS_\"TWO\"", "", ""),
                    store.of(Foreign.SUITES).changedRows(1, 2).get(2).stream()
                            .map(Entry::name)
                            .sorted((one, other) -> other.compareTo(one))
                            .toList()));
        }
    }

    @Test
    void theViewsOfPortsKnowNothingOfThem() {
        try (MadeStore made = filled()) {
            assertEquals(List.of(List.of("2")), made.query("SELECT COUNT(*) FROM registration"));
            assertEquals(List.of(List.of("3")), made.query("SELECT COUNT(*) FROM registration_history"));
            assertEquals(
                    List.of(List.of("dccp"), List.of("sctp"), List.of("tcp"), List.of("udp")),
                    made.query("SELECT DISTINCT transport FROM port_status ORDER BY 1"));
            assertEquals(
                    List.of(List.of("assigned", "ssh")),
                    made.query(
                            "SELECT status, services FROM port_status WHERE transport = 'tcp' AND 22 BETWEEN port_low AND port_high"));
            assertEquals(
                    List.of(),
                    made.query("SELECT * FROM port_status WHERE services LIKE '%TLS%' OR port_high > 65535"));
        }
    }

    @Test
    void theGeneralViewsAnswerForEachOfThem() {
        try (MadeStore made = filled()) {
            assertEquals(
                    List.of(
                            List.of("9", "9", "TLS_LIST", "assigned"),
                            List.of("10", "10", "TLS_LIST", "assigned"),
                            List.of("12", "12", "TLS_LIST", "assigned"),
                            List.of("4865", "4865", "TLS_ONE", "assigned"),
                            List.of("4866", "4866", "TLS_\"TWO\"", "assigned"),
                            List.of("4867", "5119", "", "unassigned"),
                            List.of("4722366482869645213695", "4722366482869645213695", "TLS_WIDE", "assigned")),
                    made.query("SELECT code_low, code_high, name, status FROM entry"
                            + " WHERE registry = 'made-parameters/made-suites' ORDER BY code_low"));
            assertEquals(
                    List.of(List.of("GET"), List.of("LABEL")),
                    made.query("SELECT name FROM entry WHERE registry = 'made-methods' ORDER BY name", "SET @at = 1"));
            assertEquals(
                    List.of(
                            List.of("Type", "a"),
                            List.of("Code", "1"),
                            List.of("Meaning", "one"),
                            List.of("Reference", "")),
                    made.query(
                            "SELECT f.column_name, f.field_value FROM entry_field f JOIN entry e ON e.id = f.entry_id"
                                    + " WHERE e.registry = 'made-parameters/made-options' AND e.space = 'a' ORDER BY f.ordinal"));
        }
    }

    /** As after a kill in the middle: its source alone would stand in the way of the next try. */
    @Test
    void aRegistryThatCouldNotBeAddedLeavesNothing() {
        Registry tooLong = new Registry(new Registry.Id("made", "x".repeat(201)), Foreign.METHODS.roles());
        try (MadeStore made = new MadeStore()) {
            made.write(store -> {
                int sources = store.sources().size();
                assertThrows(StoreException.class, () -> store.of(tooLong));
                assertEquals(sources, store.sources().size());
            });
        }
    }
}
