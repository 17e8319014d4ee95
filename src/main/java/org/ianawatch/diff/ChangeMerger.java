package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.jspecify.annotations.Nullable;

/**
 * Makes one change of neighbouring ports, and then of transports, that have the same change. Changes of one transport
 * must come in port order.
 */
final class ChangeMerger {
    /** The columns that tell rows apart, and in which rows of one change may differ. */
    static final Set<Column> IDENTITY = EnumSet.of(Column.SERVICE_NAME, Column.PORT_NUMBER, Column.TRANSPORT_PROTOCOL);

    private final Map<List<Object>, List<Change>> byTransport = new LinkedHashMap<>();

    void add(Change change) {
        List<Change> same = byTransport.computeIfAbsent(key(change, change.transports()), unused -> new ArrayList<>());
        if (!same.isEmpty()) {
            Span last = ports(same.get(same.size() - 1));
            if (last.high() + 1 == ports(change).low()) {
                Span both = new Span(last.low(), ports(change).high());
                same.set(same.size() - 1, covering(same.get(same.size() - 1), both, change.transports()));
                return;
            }
        }
        same.add(change);
    }

    List<Change> changes() {
        Map<List<Object>, Change> merged = new LinkedHashMap<>();
        for (List<Change> same : byTransport.values()) {
            for (Change change : same) {
                merged.merge(key(change, ports(change)), change, ChangeMerger::both);
            }
        }
        return List.copyOf(merged.values());
    }

    private static Change both(Change one, Change other) {
        List<Space> transports = new ArrayList<>(one.transports());
        transports.addAll(other.transports());
        transports.sort(null);
        return covering(one, ports(one), List.copyOf(transports));
    }

    private static Span ports(Change change) {
        return Objects.requireNonNull(change.ports(), "a change of ports has ports");
    }

    private static List<Object> key(Change change, Object cover) {
        List<@Nullable Object> key = new ArrayList<>();
        key.add(cover);
        key.addAll(change.accept(new What()));
        return Collections.unmodifiableList(key);
    }

    private static Change covering(Change change, Span ports, List<Space> transports) {
        return change.accept(new Covering(ports, transports));
    }

    /** What a change says apart from the ports and transports that it covers. */
    private static final class What implements Change.Visitor<List<@Nullable Object>> {
        @Override
        public List<@Nullable Object> assigned(Change.Assigned change) {
            return what(change, change.service(), change.was(), change.block(), rest(change.registration()));
        }

        @Override
        public List<@Nullable Object> deassigned(Change.Deassigned change) {
            return what(change, change.service(), change.now(), rest(change.registration()));
        }

        @Override
        public List<@Nullable Object> renamed(Change.Renamed change) {
            return what(change, change.before(), change.service(), change.fields());
        }

        @Override
        public List<@Nullable Object> reserved(Change.Reserved change) {
            return what(change, change.was());
        }

        @Override
        public List<@Nullable Object> unassigned(Change.Unassigned change) {
            return what(change, change.was());
        }

        @Override
        public List<@Nullable Object> amended(Change.Amended change) {
            return what(change, change.service(), change.fields());
        }

        private static List<@Nullable Object> what(Change change, @Nullable Object... parts) {
            List<@Nullable Object> all = new ArrayList<>();
            all.add(change.kind());
            all.addAll(Arrays.asList(parts));
            return all;
        }

        private static List<String> rest(Entry registration) {
            return Column.ALL.stream()
                    .filter(column -> !IDENTITY.contains(column))
                    .map(registration::value)
                    .toList();
        }
    }

    /** The same change over other ports and transports. */
    private record Covering(Span ports, List<Space> transports) implements Change.Visitor<Change> {
        @Override
        public Change assigned(Change.Assigned change) {
            return new Change.Assigned(
                    ports, transports, change.service(), change.was(), change.block(), change.registration());
        }

        @Override
        public Change deassigned(Change.Deassigned change) {
            return new Change.Deassigned(ports, transports, change.service(), change.now(), change.registration());
        }

        @Override
        public Change renamed(Change.Renamed change) {
            return new Change.Renamed(ports, transports, change.before(), change.service(), change.fields());
        }

        @Override
        public Change reserved(Change.Reserved change) {
            return new Change.Reserved(ports, transports, change.was());
        }

        @Override
        public Change unassigned(Change.Unassigned change) {
            return new Change.Unassigned(ports, transports, change.was());
        }

        @Override
        public Change amended(Change.Amended change) {
            return new Change.Amended(ports, transports, change.service(), change.fields());
        }
    }
}
