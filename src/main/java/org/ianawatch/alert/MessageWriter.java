package org.ianawatch.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.ianawatch.report.TerminalText;

/** Writes the messages of rules. The same changes give the same message, its id included. */
public final class MessageWriter {
    private final String registry;

    /** For a registry, by IANA's name of it. */
    public MessageWriter(String registry) {
        this.registry = registry;
    }

    /**
     * The message on what snapshots brought that a rule is about, if there is any.
     *
     * @param observations one, or those of a day or week in their order, at least one
     */
    public Optional<Message> changes(Rule rule, List<Observation> observations) {
        return changes(List.of(new Due(rule, observations)));
    }

    /**
     * The one message that rules have for a channel that they share, on what any of them is about; it names those that list
     * something. Empty where none does.
     *
     * @param dues of rules that gather alike, of the same snapshot, day or week
     */
    public Optional<Message> changes(List<Due> dues) {
        List<Due> listing = dues.stream().filter(Due::listsAny).toList();
        if (listing.isEmpty()) {
            return Optional.empty();
        }
        DigestPeriod period = listing.get(0).rule().digest();
        List<Message.Item> items = new ArrayList<>();
        List<Observation> telling = new ArrayList<>();
        int folded = 0;
        for (Observation observation : observations(listing)) {
            int known = items.size();
            for (ObservedChange observed : observation.changes()) {
                if (listing.stream().anyMatch(due -> due.lists(observation, observed))) {
                    items.add(item(observation, observed));
                } else if (listing.stream().anyMatch(due -> due.folds(observation, observed))) {
                    folded++;
                }
            }
            if (items.size() > known) {
                telling.add(observation);
            }
        }
        List<String> rules = listing.stream().map(due -> due.rule().name()).toList();
        String id = id(rules, period, telling);
        return Optional.of(new Message(
                id,
                period.endOf(telling.get(0).observedAt()),
                Message.Kind.CHANGES,
                registry,
                rules,
                telling.size() == 1 ? MessageId.threadOf(registry, telling.get(0)) : MessageId.threadOf(id),
                Headline.of(items, items.size()),
                lead(period, telling, folded),
                Headline.first(items)));
    }

    /** Those of any of the rules, each once, in their order. */
    private static Collection<Observation> observations(List<Due> dues) {
        TreeMap<Integer, Observation> observations = new TreeMap<>();
        dues.stream()
                .flatMap(due -> due.observations().stream())
                .forEach(observation -> observations.putIfAbsent(observation.snapshot(), observation));
        return observations.values();
    }

    /** The registry has gone back to earlier contents: the same bytes, observed again, are other news. */
    private String id(List<String> rules, DigestPeriod period, List<Observation> observations) {
        List<String> parts = new ArrayList<>();
        parts.add(registry);
        parts.addAll(rules);
        parts.add(period.words());
        for (Observation observation : observations) {
            parts.add(observation.sha256());
            parts.add(observation.observedAt().toString());
        }
        return MessageId.of(parts);
    }

    private static String lead(DigestPeriod period, List<Observation> observations, int folded) {
        Observation first = observations.get(0);
        String when = period == DigestPeriod.AT_ONCE
                ? "Snapshot " + first.snapshot() + ", observed " + first.date() + "."
                : "Digest of " + days(period, first.observedAt()) + " (UTC): "
                        + Counts.of(observations.size(), "snapshot") + ".";
        return folded == 0
                ? when
                : when + " " + Counts.of(folded, "cosmetic change") + (folded == 1 ? " is" : " are") + " not listed.";
    }

    private static String days(DigestPeriod period, Instant moment) {
        LocalDate first = LocalDate.ofInstant(period.startOf(moment), ZoneOffset.UTC);
        LocalDate last =
                LocalDate.ofInstant(period.endOf(moment), ZoneOffset.UTC).minusDays(1);
        return first.equals(last) ? first.toString() : first + " to " + last;
    }

    static Message.Item item(Observation observation, ObservedChange observed) {
        return new Message.Item(
                observation.snapshot(),
                observation.observedAt(),
                observed.meaning() == null ? null : TerminalText.safe(observed.meaning()),
                observed.change());
    }
}
