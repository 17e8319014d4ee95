package org.ianawatch.diff;

import static org.ianawatch.made.Rows.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.ianawatch.registry.Use;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UseFilterTest {
    private static final List<Space> TCP = List.of(Space.TCP);
    private static final List<Space> UDP = List.of(Space.UDP);
    private static final Map<String, Change> CHANGES = changes();

    private static Map<String, Change> changes() {
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put(
                "assigned",
                new Change.Assigned(
                        Span.of(278), TCP, "Foo", Status.UNASSIGNED, null, row("Foo", "278", "tcp", "Foo")));
        changes.put(
                "deassigned",
                new Change.Deassigned(null, UDP, "bare", Status.UNASSIGNED, row("bare", "", "udp", "Bare")));
        changes.put("renamed", new Change.Renamed(new Span(300, 309), TCP, "old", "new", List.of()));
        changes.put("reserved", new Change.Reclassified(Span.of(278), UDP, Status.RESERVED, Status.UNASSIGNED));
        changes.put(
                "unassigned",
                new Change.Reclassified(new Span(280, 290), Space.ALL, Status.UNASSIGNED, Status.RESERVED));
        changes.put(
                "amended",
                new Change.Amended(
                        Span.of(278), TCP, "Foo", List.of(new FieldChange(PortRegistry.CONTACT, "", "[Org]"))));
        changes.put("moved", moved("tcp", UDP));
        changes.put("narrowed", moved("", TCP));
        return changes;
    }

    /** A name without a port that changed its transport. */
    private static Change moved(String before, List<Space> after) {
        String now = after.get(0).name();
        return new Change.Amended(
                null, after, "moved", List.of(new FieldChange(PortRegistry.TRANSPORT_PROTOCOL, before, now)));
    }

    @ParameterizedTest
    @CsvSource({
        "272-279/tcp, assigned amended",
        "272-279/udp, reserved",
        "272-279, assigned reserved amended",
        "279, ''",
        "279-280/sctp, unassigned",
        "290/dccp, unassigned",
        "291, ''",
        "0-65535/tcp, assigned renamed unassigned amended",
        "309/tcp, renamed",
        "309/udp, ''",
        "foo, assigned amended",
        "FOO/tcp, assigned amended",
        "foo/udp, ''",
        "fo, ''",
        "old, renamed",
        "new, renamed",
        "new/udp, ''",
        "bare, deassigned",
        "bare/tcp, ''",
        "moved/tcp, moved narrowed",
        "moved/udp, moved narrowed",
        "moved/sctp, narrowed",
        "moved, moved narrowed",
    })
    void aUseIsTouched(String use, String touching) {
        UseFilter filter = new UseFilter(Use.parse(use));
        List<String> found = CHANGES.entrySet().stream()
                .filter(change -> filter.test(change.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(touching, String.join(" ", found));
    }
}
