package org.ianawatch.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ianawatch.diff.Kind;
import org.ianawatch.report.ChangeJson;
import org.ianawatch.report.Details;
import org.ianawatch.report.Sentence;
import org.ianawatch.report.TerminalText;

/** Writes the messages of rules. The same changes give the same message, its id included. */
public final class MessageWriter {
    private static final int SUBJECT_COLUMNS = 150;
    private static final int SUBJECT_CHANGES = 2;
    /** What touches this site comes first, and what is registered about a port after what happened to one. */
    private static final Comparator<ObservedChange> IMPORTANCE = Comparator.comparing(
                    (ObservedChange observed) -> observed.meaning() == null)
            .thenComparing(observed -> observed.change().kind() == Kind.AMENDED);

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
        List<ObservedChange> important = listed.stream().sorted(IMPORTANCE).toList();
        String first = headline(important.get(0));
        String subject = important.size() > SUBJECT_CHANGES
                ? Counts.of(important.size(), "change") + ", first " + first
                : important.size() == SUBJECT_CHANGES ? first + "; " + headline(important.get(1)) : first;
        return TerminalText.cut(subject, SUBJECT_COLUMNS);
    }

    private static String headline(ObservedChange observed) {
        return observed.meaning() == null ? Headline.of(observed.change()) : TerminalText.safe(observed.meaning());
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
        List<Message.Detail> details = Details.forPeople(observed.change()).stream()
                .map(field -> new Message.Detail(field.column().title(), field.before(), field.after()))
                .toList();
        return new Message.Item(
                observation.snapshot(),
                observation.observedAt(),
                Sentence.of(observed.change()).text(),
                observed.meaning() == null ? null : TerminalText.safe(observed.meaning()),
                details,
                ChangeJson.of(observed.change()));
    }
}
