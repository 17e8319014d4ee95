package org.ianawatch.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.ianawatch.registry.Use;
import org.ianawatch.store.SnapshotEntry;

/** What this site uses, counted by what it is in the newest snapshot: the strongest status of any of its ports or rows. */
public final class UsesByStatus {
    private static final String NOT_REGISTERED = "not_registered";

    private UsesByStatus() {}

    /**
     * How many uses there are of each status, and of {@code not_registered}, a name that no row has; all of them 0 before
     * the first snapshot.
     */
    public static Map<String, Long> of(Answers answers) {
        Map<String, Long> counts = none();
        SnapshotEntry newest = answers.newest().orElse(null);
        List<SiteUse> uses = newest == null ? List.of() : answers.site().uses();
        if (newest == null || uses.isEmpty()) {
            return counts;
        }
        TreeSet<String> names = new TreeSet<>();
        uses.stream()
                .map(siteUse -> siteUse.use().service())
                .filter(Objects::nonNull)
                .forEach(names::add);
        List<Entry> named = names.isEmpty() ? List.of() : answers.named(names, newest);
        for (SiteUse siteUse : uses) {
            Use use = siteUse.use();
            Span ports = use.ports();
            Optional<Status> status = ports == null
                    ? strongest(named.stream()
                            .filter(row -> use.isOf(row.name())
                                    && !use.among(row.spaces()).isEmpty())
                            .map(Entry::status))
                    : strongest(answers.ports(ports).states(newest.number()).stream()
                            .filter(state -> use.isBy(state.transport()))
                            .map(PortState::status));
            counts.merge(status.map(Status::word).orElse(NOT_REGISTERED), 1L, Long::sum);
        }
        return counts;
    }

    /** Nothing is used. */
    public static Map<String, Long> none() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Status status : Status.OF_PORTS) {
            counts.put(status.word(), 0L);
        }
        counts.put(NOT_REGISTERED, 0L);
        return counts;
    }

    private static Optional<Status> strongest(Stream<Status> statuses) {
        return statuses.max(Status::compareTo);
    }
}
