package org.ianawatch.report;

import java.util.ArrayList;
import java.util.List;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeFilter;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.diff.Mark;
import org.ianawatch.diff.Wording;
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
        String listed = isOfName(first, ChangeFilter.names(first).get(0)) ? "" : GroupWords.names(changes);
        String names = listed.isEmpty() ? "" : listed + " ";
        String subject = GroupWords.subject(changes);
        if (first instanceof Change.Amended amended) {
            return new Sentence(subject, names + how(amended) + ": " + columns(amended.fields()), standing(first));
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
            String subject = SubjectWords.of(change, change.name());
            if (isOfName(change, change.name())) {
                return new Sentence(subject, "assigned", standing(change));
            }
            String to = change.name().isEmpty() ? "without " + aName(change) : "to " + safe(change.name());
            String was = change.was() == Status.ASSIGNED
                    ? "already assigned"
                    : change.was().word();
            return new Sentence(subject, "assigned " + to, " (was " + was + block(change) + ")" + standing(change));
        }

        @Override
        public Sentence deassigned(Change.Deassigned change) {
            String subject = SubjectWords.of(change, change.name());
            if (isOfName(change, change.name())) {
                return new Sentence(subject, "de-assigned", standing(change));
            }
            String from = change.name().isEmpty() ? "" : " from " + safe(change.name());
            String now = change.now() == Status.ASSIGNED
                    ? "still assigned"
                    : "now " + change.now().word();
            return new Sentence(subject, "de-assigned" + from, " (" + now + ")" + standing(change));
        }

        @Override
        public Sentence renamed(Change.Renamed change) {
            String from = change.before().isEmpty() ? "no " + aName(change).substring(2) : safe(change.before());
            String to = change.name().isEmpty() ? "no " + aName(change).substring(2) : safe(change.name());
            List<FieldChange> others = Details.besideName(change);
            boolean isTelling = others.stream().anyMatch(field -> field.column().content() != Content.MODIFIED);
            String also = isTelling ? "; also " + columns(others) : "";
            return new Sentence(
                    SubjectWords.of(change, ""), "renamed from " + from + " to " + to + also, standing(change));
        }

        @Override
        public Sentence reclassified(Change.Reclassified change) {
            return new Sentence(
                    SubjectWords.of(change, ""),
                    change.status().word(),
                    " (was " + change.was().word() + ")");
        }

        @Override
        public Sentence amended(Change.Amended change) {
            String service =
                    isOfName(change, change.name()) || change.name().isEmpty() ? "" : safe(change.name()) + " ";
            return new Sentence(
                    SubjectWords.of(change, change.name()),
                    service + how(change) + ": " + columns(change.fields()),
                    standing(change));
        }
    };

    /** Whether what changed is a name, and not something that has one. */
    private static boolean isOfName(Change change, String name) {
        Wording wording = change.wording();
        return wording == null
                ? change.span() == null
                : wording.codes() == null && wording.value().equals(name);
    }

    private static String aName(Change change) {
        return change.wording() == null ? "a service name" : "a name";
    }

    /** The block that held what is assigned now, unless it is just that. */
    private static String block(Change.Assigned change) {
        Wording wording = change.wording();
        if (wording != null) {
            String block = wording.block();
            return block == null || block.equals(wording.value()) ? "" : ", block " + safe(block);
        }
        Span held = change.block();
        return held == null || held.size() == 1 ? "" : ", block " + held;
    }

    /** What the row has come to say of its standing, in brackets; else nothing. */
    private static String standing(Change change) {
        Wording wording = change.wording();
        if (wording == null) {
            return "";
        }
        List<String> said = new ArrayList<>();
        for (Mark mark : wording.marks()) {
            if (mark.isOfStanding()) {
                said.add(mark.word());
            }
        }
        if (wording.expires() != null) {
            said.add("expires " + safe(wording.expires()));
        }
        return said.isEmpty() ? "" : " [" + String.join(", ", said) + "]";
    }

    /** In which way a row was amended. */
    static String how(Change.Amended change) {
        return change.isCosmetic() ? "amended cosmetically" : change.isSilent() ? "silently amended" : "amended";
    }

    /** The titles of the columns, as {@link Details#told} has them. */
    static String columns(List<FieldChange> fields) {
        List<String> titles = new ArrayList<>(fields.size());
        for (FieldChange field : Details.told(fields)) {
            titles.add(safe(field.column().title()));
        }
        return String.join(", ", titles);
    }

    private static String safe(String text) {
        return TerminalText.safe(text);
    }
}
