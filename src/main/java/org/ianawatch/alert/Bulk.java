package org.ianawatch.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ianawatch.diff.Kind;

/**
 * Much at once, which is told in one message.
 *
 * @param cause how it came
 * @param registrations the rows of the last snapshot
 * @param observations what its snapshots brought, in their order, at least one
 */
public record Bulk(Cause cause, int registrations, List<Observation> observations) {
    private static final int MOST_LISTED = 50;

    /** How much at once comes. */
    public enum Cause {
        /** The first snapshot of a store. */
        FIRST_RUN,
        /** History from files. */
        IMPORT,
        /** A download that the guard refused, and a person took. */
        ACCEPTED
    }

    /**
     * The one message that rules have of it for a channel that they share: what any of them lists, up to fifty changes. It
     * names those that list something. Empty where none does; a first snapshot, which has no changes, is told by all.
     *
     * @param registry IANA's name of the registry
     * @param now when it is written; history is older
     */
    public Optional<Message> summary(String registry, List<Rule> rules, Instant now) {
        List<String> names = rules.stream()
                .filter(rule -> cause == Cause.FIRST_RUN || new Due(rule, observations).listsAny())
                .map(Rule::name)
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<Listed> all = listed(rules);
        List<Message.Item> items = mostImportant(all);
        List<String> parts = new ArrayList<>();
        parts.add(registry);
        parts.addAll(names);
        parts.add(cause.name());
        observations.forEach(observation -> {
            parts.add(observation.sha256());
            parts.add(observation.observedAt().toString());
        });
        String id = MessageId.of(parts);
        return Optional.of(new Message(
                id,
                now,
                Message.Kind.SUMMARY,
                registry,
                names,
                observations.size() == 1 ? MessageId.threadOf(registry, observations.get(0)) : MessageId.threadOf(id),
                subject(items, all.size()),
                lead(),
                null,
                all.size() - items.size(),
                Headline.first(items)));
    }

    /** A change that is listed, and what brought it. */
    private record Listed(Observation observation, ObservedChange observed) {}

    private List<Listed> listed(List<Rule> rules) {
        List<Listed> listed = new ArrayList<>();
        for (Observation observation : observations) {
            for (ObservedChange observed : observation.changes()) {
                if (rules.stream().anyMatch(rule -> rule.lists(observed))) {
                    listed.add(new Listed(observation, observed));
                }
            }
        }
        return listed;
    }

    /** Of many those that touch this site first, and the newest of each sort; in the order of the snapshots all the same. */
    private static List<Message.Item> mostImportant(List<Listed> listed) {
        Set<Listed> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        listed.stream()
                .sorted(Comparator.comparing((Listed each) -> each.observed().meaning() == null)
                        .thenComparing(each -> each.observed().change().kind() == Kind.AMENDED)
                        .thenComparing(each -> -each.observation().snapshot()))
                .limit(MOST_LISTED)
                .forEach(chosen::add);
        return listed.stream()
                .filter(chosen::contains)
                .map(each -> MessageWriter.item(each.observation(), each.observed()))
                .toList();
    }

    private String subject(List<Message.Item> items, int changes) {
        if (cause == Cause.FIRST_RUN) {
            return Counts.of(registrations, "registration") + " stored: the first snapshot";
        }
        String what = cause == Cause.IMPORT
                ? Counts.of(observations.size(), "snapshot") + " imported"
                : "snapshot " + last().snapshot() + " accepted from quarantine";
        return what + ": " + Headline.of(items, changes);
    }

    private String lead() {
        Observation first = observations.get(0);
        String when = observations.size() == 1
                ? "Snapshot " + first.snapshot() + ", observed " + first.date() + "."
                : "Snapshots " + first.snapshot() + " to " + last().snapshot() + ", observed " + first.date() + " to "
                        + last().date() + ".";
        return cause == Cause.FIRST_RUN ? when + " What changes from here on is told change by change." : when;
    }

    private Observation last() {
        return observations.get(observations.size() - 1);
    }
}
