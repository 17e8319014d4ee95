package org.ianawatch.diff;

import static org.ianawatch.made.Rows.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeFilterTest {
    private static final List<Space> TCP = List.of(Space.TCP);
    private static final Change ASSIGNED =
            new Change.Assigned(Span.of(278), TCP, "foo", Status.UNASSIGNED, null, row("foo", "278", "tcp", "Foo"));
    private static final Change DEASSIGNED =
            new Change.Deassigned(null, TCP, "bare", Status.UNASSIGNED, row("bare", "", "tcp", "Bare"));
    private static final Change RENAMED =
            new Change.Renamed(new Span(300, 309), TCP, "old-name", "new-name", List.of());
    private static final Change RESERVED =
            new Change.Reclassified(Span.of(279), TCP, Status.RESERVED, Status.UNASSIGNED);
    private static final Change UNASSIGNED =
            new Change.Reclassified(Span.of(310), TCP, Status.UNASSIGNED, Status.RESERVED);
    private static final Change AMENDED =
            new Change.Amended(Span.of(280), TCP, "Bar", List.of(new FieldChange(PortRegistry.CONTACT, "", "[Org]")));
    private static final List<Change> ALL = List.of(ASSIGNED, DEASSIGNED, RENAMED, RESERVED, UNASSIGNED, AMENDED);

    @Test
    void nothingWantedRestrictsNothing() {
        ChangeFilter filter = new ChangeFilter(List.of(), Set.of(), List.of());
        assertTrue(filter.isEmpty());
        assertEquals(ALL, kept(filter));
    }

    @Test
    void portsTouch() {
        assertEquals(
                List.of(ASSIGNED, RESERVED), kept(new ChangeFilter(List.of(new Span(272, 279)), Set.of(), List.of())));
        assertEquals(
                List.of(RENAMED, UNASSIGNED),
                kept(new ChangeFilter(List.of(new Span(309, 310), Span.of(1)), Set.of(), List.of())));
    }

    @Test
    void kindsAreAsked() {
        ChangeFilter filter = new ChangeFilter(List.of(), Set.of(Kind.AMENDED, Kind.DEASSIGNED), List.of());
        assertFalse(filter.isEmpty());
        assertEquals(List.of(DEASSIGNED, AMENDED), kept(filter));
    }

    @Test
    void servicesAreOldOrNew() {
        assertEquals(List.of(RENAMED), kept(services("old-*")));
        assertEquals(List.of(RENAMED), kept(services("new-*")));
        assertEquals(List.of(DEASSIGNED, AMENDED), kept(services("ba*")));
        assertEquals(List.of(ASSIGNED, DEASSIGNED), kept(services("nothing", "f?o", "bare")));
    }

    @Test
    void allThatIsAskedMustHold() {
        assertEquals(
                List.of(),
                kept(new ChangeFilter(List.of(Span.of(278)), Set.of(Kind.RESERVED), List.of(new Glob("*")))));
        assertEquals(
                List.of(ASSIGNED),
                kept(new ChangeFilter(List.of(Span.of(278)), Set.of(Kind.ASSIGNED), List.of(new Glob("*")))));
    }

    @ParameterizedTest
    @CsvSource({
        "foo, foo, true",
        "FOO, foo, true",
        "foo, food, false",
        "foo*, food, true",
        "*oo*, food, true",
        "f??, foo, true",
        "f?, foo, false",
        "a.c, abc, false",
        "a.c, a.c, true",
        "[ab], a, false",
        "'\\E*', '\\Ex', true",
        "'', '', true",
        "*, '', true",
        "'', foo, false",
    })
    void aGlobIsLikeTheWholeName(String glob, String name, boolean like) {
        assertEquals(like, new Glob(glob).matches(name));
    }

    @Test
    void kindsHaveWords() {
        for (Kind kind : Kind.values()) {
            assertEquals(kind, Kind.ofWord(kind.word()));
        }
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Kind.ofWord("moved"));
        assertEquals(
                "'moved' is no kind of change: there are assigned, deassigned, renamed, reserved, unassigned, amended",
                refusal.getMessage());
    }

    private static ChangeFilter services(String... globs) {
        return new ChangeFilter(
                List.of(), Set.of(), Stream.of(globs).map(Glob::new).toList());
    }

    private static List<Change> kept(ChangeFilter filter) {
        return ALL.stream().filter(filter).toList();
    }
}
