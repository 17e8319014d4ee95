package org.ianawatch.report;

import java.util.ArrayList;
import java.util.List;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.registry.Column.Content;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;

/**
 * A change in one line, in the words of RFC 6335, ports first: {@code 278/tcp assigned to foo (was unassigned, block
 * 272-279)}. A block of one port is not said. Safe for a terminal; not escaped for any markup.
 *
 * @param subject what changed: {@code 278/tcp}, or {@code foo (tcp, no port)} for a name without a port
 * @param event what happened to it: {@code assigned to foo}
 * @param aside what it was before, or is after, with a blank before it: {@code  (was unassigned, block 272-279)}; may be empty
 */
public record Sentence(String subject, String event, String aside) {
    private Sentence(String subject, String event) {
        this(subject, event, "");
    }

    /** Says what the change is. */
    public static Sentence of(Change change) {
        return change.accept(WORDS);
    }

    /**
     * Says what several changes are that {@link Grouping} made one.
     *
     * @param changes at least one
     */
    public static Sentence of(List<Change> changes) {
        Change first = changes.get(0);
        if (changes.size() == 1) {
            return of(first);
        }
        String listed = first.span() == null ? "" : GroupWords.names(changes);
        String names = listed.isEmpty() ? "" : listed + " ";
        String subject = GroupWords.subject(changes);
        if (first instanceof Change.Amended amended) {
            return new Sentence(subject, names + how(amended) + ": " + columns(amended.fields()));
        }
        Sentence alone = of(first);
        return new Sentence(subject, alone.event(), alone.aside());
    }

    /** What happened, and what it was before or is after. */
    public String predicate() {
        return event + aside;
    }

    /** The whole line. */
    public String text() {
        return subject + " " + predicate();
    }

    @Override
    public String toString() {
        return text();
    }

    private static final Change.Visitor<Sentence> WORDS = new Change.Visitor<>() {
        @Override
        public Sentence assigned(Change.Assigned change) {
            String subject = SubjectWords.of(change.span(), change.spaces(), change.name());
            if (change.span() == null) {
                return new Sentence(subject, "assigned");
            }
            String to = change.name().isEmpty() ? "without a service name" : "to " + safe(change.name());
            String was = change.was() == Status.ASSIGNED
                    ? "already assigned"
                    : change.was().word();
            Span held = change.block();
            String block = held == null || held.size() == 1 ? "" : ", block " + held;
            return new Sentence(subject, "assigned " + to, " (was " + was + block + ")");
        }

        @Override
        public Sentence deassigned(Change.Deassigned change) {
            String subject = SubjectWords.of(change.span(), change.spaces(), change.name());
            if (change.span() == null) {
                return new Sentence(subject, "de-assigned");
            }
            String from = change.name().isEmpty() ? "" : " from " + safe(change.name());
            String now = change.now() == Status.ASSIGNED
                    ? "still assigned"
                    : "now " + change.now().word();
            return new Sentence(subject, "de-assigned" + from, " (" + now + ")");
        }

        @Override
        public Sentence renamed(Change.Renamed change) {
            String from = change.before().isEmpty() ? "no service name" : safe(change.before());
            String to = change.name().isEmpty() ? "no service name" : safe(change.name());
            boolean isTelling =
                    change.fields().stream().anyMatch(field -> field.column().content() != Content.MODIFIED);
            String also = isTelling ? "; also " + columns(change.fields()) : "";
            return new Sentence(
                    SubjectWords.of(change.span(), change.spaces(), ""), "renamed from " + from + " to " + to + also);
        }

        @Override
        public Sentence reclassified(Change.Reclassified change) {
            return new Sentence(
                    SubjectWords.of(change.span(), change.spaces(), ""),
                    change.status().word(),
                    " (was " + change.was().word() + ")");
        }

        @Override
        public Sentence amended(Change.Amended change) {
            String service = change.span() == null || change.name().isEmpty() ? "" : safe(change.name()) + " ";
            return new Sentence(
                    SubjectWords.of(change.span(), change.spaces(), change.name()),
                    service + how(change) + ": " + columns(change.fields()));
        }
    };

    /** In which way a row was amended. */
    static String how(Change.Amended change) {
        return change.isCosmetic() ? "amended cosmetically" : change.isSilent() ? "silently amended" : "amended";
    }

    /** The titles of the columns, as {@link Details#told} has them. */
    static String columns(List<FieldChange> fields) {
        List<String> titles = new ArrayList<>(fields.size());
        for (FieldChange field : Details.told(fields)) {
            titles.add(field.column().title());
        }
        return String.join(", ", titles);
    }

    private static String safe(String text) {
        return TerminalText.safe(text);
    }
}
