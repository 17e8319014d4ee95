package org.ianawatch.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ianawatch.diff.Cell;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.store.RowVersion;

/**
 * What ports were at a snapshot: one pass over them in their order, from one place where a row ever began or ended to the
 * next. For one use.
 */
final class PortStates {
    private final Span ports;
    private final List<RowVersion> versions;
    private final int snapshot;
    private final Map<Space, List<PortState>> states = new TreeMap<>();

    /** The ports, and every row that ever covered any of them, in the order of their files. */
    PortStates(Span ports, List<RowVersion> versions, int snapshot) {
        this.ports = ports;
        this.versions = versions;
        this.snapshot = snapshot;
    }

    /** By transport and then in port order. */
    List<PortState> all() {
        Space.ALL.forEach(this::know);
        versions.stream()
                .map(version -> version.registration().space())
                .filter(Objects::nonNull)
                .forEach(this::know);
        pass();
        return states.values().stream().flatMap(List::stream).toList();
    }

    private void know(Space transport) {
        states.computeIfAbsent(transport, unused -> new ArrayList<>());
    }

    private void pass() {
        List<Integer> coming = new ArrayList<>();
        for (int place = 0; place < versions.size(); place++) {
            coming.add(place);
        }
        coming.sort(Comparator.comparing(place -> versions.get(place).ports().low()));
        int next = 0;
        NavigableMap<Integer, RowVersion> covering = new TreeMap<>();
        for (Span segment : segments()) {
            covering.values().removeIf(version -> version.ports().high() < segment.low());
            while (next < coming.size()
                    && versions.get(coming.get(next)).ports().low() <= segment.low()) {
                covering.put(coming.get(next), versions.get(coming.get(next)));
                next++;
            }
            states.forEach((transport, known) -> add(state(segment, transport, List.copyOf(covering.values())), known));
        }
    }

    private List<Span> segments() {
        TreeSet<Integer> starts = new TreeSet<>(Set.of(ports.low()));
        for (RowVersion version : versions) {
            starts.add(version.ports().low());
            starts.add(version.ports().high() + 1);
        }
        List<Span> segments = new ArrayList<>();
        for (int start : starts.subSet(ports.low(), ports.high() + 1)) {
            Integer next = starts.higher(start);
            int high = next == null ? ports.high() : Math.min(next - 1, ports.high());
            segments.add(new Span(start, high));
        }
        return segments;
    }

    private static void add(PortState state, List<PortState> known) {
        PortState last = known.isEmpty() ? null : known.get(known.size() - 1);
        if (last != null && last.isLike(state)) {
            known.set(
                    known.size() - 1,
                    last.on(new Span(last.ports().low(), state.ports().high())));
        } else {
            known.add(state);
        }
    }

    private PortState state(Span segment, Space transport, List<RowVersion> covering) {
        List<RowVersion> speaking = covering.stream()
                .filter(version -> maySpeak(version.registration(), transport))
                .toList();
        Cell cell = cell(speaking, transport, snapshot);
        int since = snapshot;
        while (since > 1 && isSame(cell, cell(speaking, transport, since - 1))) {
            since = lastChangeBefore(speaking, since);
        }
        return new PortState(segment, transport, cell.status(), cell.names(), cell.block(), since);
    }

    private static boolean maySpeak(Entry registration, Space transport) {
        return registration.space() == null || registration.space().equals(transport);
    }

    /** The first snapshot of those in which the rows are what they are in the one before the given. */
    private static int lastChangeBefore(List<RowVersion> speaking, int snapshot) {
        int last = 1;
        for (RowVersion version : speaking) {
            last = version.from() < snapshot ? Math.max(last, version.from()) : last;
            last = version.until() < snapshot ? Math.max(last, version.until()) : last;
        }
        return last;
    }

    private static boolean isSame(Cell one, Cell other) {
        return one.status() == other.status() && one.names().equals(other.names());
    }

    private static Cell cell(List<RowVersion> speaking, Space transport, int snapshot) {
        return Cell.of(
                transport,
                speaking.stream()
                        .filter(version -> version.isIn(snapshot))
                        .map(RowVersion::registration)
                        .toList());
    }
}
