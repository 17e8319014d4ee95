package org.ianawatch.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ianawatch.report.Grouping;
import org.ianawatch.report.TerminalText;

/** Writes the messages of rules. The same changes give the same message, its id included. */
public final class MessageWriter {
    private final String registry;

    /** For a registry, by IANA's name of it. */
    public MessageWriter(String registry) {
        this.registry = registry;
    }

    /**
     * The message on what snapshots brought that the rule is about, if there is any.
     *
     * @param observations one, or those of a day or week in their order, at least one
     */
    public Optional<Message> changes(Rule rule, List<Observation> observations) {
        List<ObservedChange> listed = new ArrayList<>();
        List<Message.Item> items = new ArrayList<>();
        List<Observation> telling = new ArrayList<>();
        int folded = 0;
        for (Observation observation : observations) {
            int known = items.size();
            for (ObservedChange observed : observation.changes()) {
                if (rule.lists(observed)) {
                    listed.add(observed);
                    items.add(item(observation, observed));
                }
                folded += rule.folds(observed) ? 1 : 0;
            }
            if (items.size() > known) {
                telling.add(observation);
            }
        }
        if (listed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Message(
                id(rule, telling),
                rule.digest().endOf(telling.get(0).observedAt()),
                Message.Kind.CHANGES,
                registry,
                rule.name(),
                subject(listed),
                lead(rule, telling, folded),
                List.copyOf(items)));
    }

    /** The registry has gone back to earlier contents: the same bytes, observed again, are other news. */
    private String id(Rule rule, List<Observation> observations) {
        List<String> parts =
                new ArrayList<>(List.of(registry, rule.name(), rule.digest().words()));
        for (Observation observation : observations) {
            parts.add(observation.sha256());
            parts.add(observation.observedAt().toString());
        }
        return MessageId.of(parts);
    }

    private static String subject(List<ObservedChange> listed) {
        List<List<ObservedChange>> groups = Grouping.of(listed, ObservedChange::change).stream()
                .sorted(Comparator.comparing(group -> meaning(group).isEmpty()))
                .toList();
        List<ObservedChange> first = groups.get(0);
        if (groups.size() == 1) {
            return headline(first);
        }
        return groups.size() == 2
                ? headline(first) + "; " + headline(groups.get(1))
                : headline(first) + ", and " + Counts.of(listed.size() - first.size(), "more change");
    }

    private static String headline(List<ObservedChange> group) {
        return meaning(group)
                .map(TerminalText::safe)
                .orElseGet(() ->
                        Headline.of(group.stream().map(ObservedChange::change).toList()));
    }

    private static Optional<String> meaning(List<ObservedChange> group) {
        return group.stream()
                .map(ObservedChange::meaning)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static String lead(Rule rule, List<Observation> observations, int folded) {
        Observation first = observations.get(0);
        String when = rule.digest() == DigestPeriod.AT_ONCE
                ? "Snapshot " + first.snapshot() + ", observed " + first.date() + "."
                : "Digest of " + period(rule.digest(), first.observedAt()) + " (UTC): "
                        + Counts.of(observations.size(), "snapshot") + ".";
        return folded == 0
                ? when
                : when + " " + Counts.of(folded, "cosmetic change") + (folded == 1 ? " is" : " are") + " not listed.";
    }

    private static String period(DigestPeriod period, Instant moment) {
        LocalDate first = LocalDate.ofInstant(period.startOf(moment), ZoneOffset.UTC);
        LocalDate last =
                LocalDate.ofInstant(period.endOf(moment), ZoneOffset.UTC).minusDays(1);
        return first.equals(last) ? first.toString() : first + " to " + last;
    }

    private static Message.Item item(Observation observation, ObservedChange observed) {
        return new Message.Item(
                observation.snapshot(),
                observation.observedAt(),
                observed.meaning() == null ? null : TerminalText.safe(observed.meaning()),
                observed.change());
    }
}
