package org.ianawatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.Differ;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.made.Registries;
import org.ianawatch.made.Rows;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;

/** What people read as one, and in which order. */
class GroupingTest {
    private static final FieldChange HANDED = Samples.field(PortRegistry.ASSIGNEE, "[Old]", "[New]");

    @Example
    void portsThatWereHandedOverTogetherAreOneLine() {
        List<Change> changes = new ArrayList<>();
        for (int port = 6400; port <= 6410; port++) {
            FieldChange date = Samples.field(PortRegistry.MODIFICATION_DATE, "2007-01-0" + port % 10, "2016-02-01");
            changes.add(Samples.amended("boe-" + port, port, Samples.TCP_AND_UDP, date, HANDED));
        }
        assertSays(changes, "6400-6410/tcp,udp boe-6400, boe-6401 and 9 more amended: Assignee");
    }

    @Example
    void equalAmendmentsAreOneWhereverTheyAre() {
        assertSays(
                List.of(
                        Samples.amended("imap", 143, Samples.TCP_AND_UDP, HANDED),
                        Samples.amended("ftp", 21, Samples.TCP_AND_UDP, HANDED),
                        Samples.amended("ftp", 21, List.of(Space.SCTP), HANDED),
                        Samples.amended("pop", 110, Samples.UDP, HANDED),
                        new Change.Amended(null, Samples.TCP, "bare", List.of(HANDED))),
                "21/tcp,udp,sctp, 110/udp, 143/tcp,udp, bare (tcp, no port) ftp, pop and 2 more silently amended:"
                        + " Assignee");
    }

    @Example
    void otherValuesAreOtherGroups() {
        FieldChange other = Samples.field(PortRegistry.ASSIGNEE, "[Old]", "[Other]");
        assertSays(
                List.of(
                        Samples.amended("a", 1, Samples.TCP, HANDED),
                        Samples.amended("b", 2, Samples.TCP, other),
                        new Change.Reclassified(Span.of(5), Samples.UDP, Status.RESERVED, Status.UNASSIGNED),
                        new Change.Reclassified(Span.of(3), Samples.UDP, Status.RESERVED, Status.UNASSIGNED)),
                "3/udp reserved (was unassigned)",
                "5/udp reserved (was unassigned)",
                "1/tcp a silently amended: Assignee",
                "2/tcp b silently amended: Assignee");
    }

    @Example
    void kindsAreInTheirOrderAndNamesByName() {
        assertSays(
                List.of(
                        Samples.amended("a", 1, Samples.TCP, HANDED),
                        new Change.Renamed(Span.of(2), Samples.TCP, "b", "c", List.of()),
                        new Change.Reclassified(Span.of(3), Samples.TCP, Status.UNASSIGNED, Status.RESERVED),
                        new Change.Reclassified(Span.of(4), Samples.TCP, Status.RESERVED, Status.UNASSIGNED),
                        gone("zeta", "tcp"),
                        gone("Alpha", "udp"),
                        gone("alpha", "tcp"),
                        gone("zeta", "udp"),
                        new Change.Assigned(
                                Span.of(9), Samples.TCP, "d", Status.UNASSIGNED, null, row("d", "9", "tcp"))),
                "9/tcp assigned to d (was unassigned)",
                "Alpha (udp, no port) de-assigned",
                "alpha (tcp, no port) de-assigned",
                "zeta (tcp,udp, no port) de-assigned",
                "4/tcp reserved (was unassigned)",
                "3/tcp unassigned (was reserved)",
                "2/tcp renamed from b to c",
                "1/tcp a silently amended: Assignee");
    }

    @Property(tries = 300)
    void everyChangeIsInOneGroupInWhicheverOrderTheyCome(@ForAll("pairs") List<List<Entry>> pair) {
        List<Change> changes = Differ.diff(Rows.snapshot(pair.get(0)), Rows.snapshot(pair.get(pair.size() - 1)))
                .changes();
        List<List<Change>> groups = Grouping.of(changes);
        assertEquals(
                counted(changes), counted(groups.stream().flatMap(List::stream).toList()));
        List<Change> backwards = new ArrayList<>(changes);
        Collections.reverse(backwards);
        assertEquals(counted(sentences(groups)), counted(sentences(Grouping.of(backwards))));
    }

    @Provide
    Arbitrary<List<List<Entry>>> pairs() {
        return Registries.pairs();
    }

    private static Map<Object, Long> counted(List<?> list) {
        return list.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static List<String> sentences(List<List<Change>> groups) {
        return groups.stream().map(group -> Sentence.of(group).text()).toList();
    }

    private static Change gone(String name, String transport) {
        return new Change.Deassigned(
                null, List.of(Space.of(transport)), name, Status.UNASSIGNED, row(name, "", transport));
    }

    private static Entry row(String name, String port, String transport) {
        return Samples.row(name, port, transport, "A service", "", "");
    }

    private static void assertSays(List<Change> changes, String... sentences) {
        assertEquals(List.of(sentences), sentences(Grouping.of(changes)));
    }
}
