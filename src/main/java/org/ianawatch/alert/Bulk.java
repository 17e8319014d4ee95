package org.ianawatch.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Much at once, which is told in figures.
 *
 * @param cause how it came
 * @param registrations the rows of the last snapshot
 * @param observations what its snapshots brought, in their order, at least one
 */
public record Bulk(Cause cause, int registrations, List<Observation> observations) {
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
     * The one message that a rule has of it.
     *
     * @param registry IANA's name of the registry
     * @param now when it is written; history is older
     */
    public Message summary(String registry, Rule rule, Instant now) {
        Observation first = observations.get(0);
        Observation last = observations.get(observations.size() - 1);
        List<String> id = new ArrayList<>(List.of(registry, rule.name(), cause.name()));
        observations.forEach(observation -> {
            id.add(observation.sha256());
            id.add(observation.observedAt().toString());
        });
        String when = observations.size() == 1
                ? "Snapshot " + first.snapshot() + ", observed " + first.date() + "."
                : "Snapshots " + first.snapshot() + " to " + last.snapshot() + ", observed " + first.date() + " to "
                        + last.date() + ".";
        return new Message(
                MessageId.of(id),
                now,
                Message.Kind.SUMMARY,
                registry,
                rule.name(),
                subject(rule),
                when + " " + advice(),
                List.of());
    }

    private String subject(Rule rule) {
        return switch (cause) {
            case FIRST_RUN -> Counts.of(registrations, "registration") + " stored: the first snapshot";
            case IMPORT -> Counts.of(observations.size(), "snapshot") + " imported: " + figures(rule);
            case ACCEPTED ->
                "snapshot " + observations.get(observations.size() - 1).snapshot() + " accepted from quarantine: "
                        + figures(rule);
        };
    }

    private String figures(Rule rule) {
        int changes = 0;
        int wanted = 0;
        for (Observation observation : observations) {
            changes += observation.changes().size();
            wanted += (int) observation.changes().stream().filter(rule::lists).count();
        }
        return Counts.of(changes, "change") + ", of which rule '" + rule.name() + "' picks " + Counts.of(wanted);
    }

    private String advice() {
        return cause == Cause.FIRST_RUN
                ? "What changes from here on is told change by change."
                : "'ianawatch log --changes' lists every change.";
    }
}
