package org.ianawatch.alert.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.ianawatch.alert.Message;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.diff.Kind;
import org.ianawatch.report.Details;
import org.ianawatch.report.Excerpt;
import org.ianawatch.report.Grouping;
import org.ianawatch.report.Links;
import org.ianawatch.report.Sentence;
import org.ianawatch.report.TerminalText;
import org.jspecify.annotations.Nullable;

/**
 * Changes that people read as one ({@link Grouping}). Texts are on one line and without characters that are obeyed or
 * hidden, but not escaped for any markup.
 *
 * @param heading which snapshot this and what follows belong to; null where that was said before
 * @param kind the changes'
 * @param changes how many there are, at least 1
 * @param subject what it happened to, which the sentence begins with
 * @param predicate what happened to it
 * @param page where IANA has the rows, or null
 * @param meanings what that means for what this site uses, each in one line; may be empty
 * @param values those behind it, the most important first
 */
record BulletinEntry(
        @Nullable String heading,
        Kind kind,
        int changes,
        String subject,
        String predicate,
        @Nullable String page,
        List<String> meanings,
        List<Value> values) {
    private static final int LONGEST_SENTENCE = 300;

    /**
     * How many characters of registry text are shown.
     *
     * @param value of one value
     * @param all of all values of one change together
     */
    record Limits(int value, int all) {}

    /**
     * A value behind the change.
     *
     * @param label its column
     * @param before what it was; empty where there is one value only
     * @param after what it is, or the one value
     */
    record Value(String label, String before, String after) {
        private static final String NOTHING = "(empty)";

        boolean isDifference() {
            return !before.isEmpty();
        }

        String text() {
            return isDifference() ? before + " → " + after : after;
        }

        int length() {
            return before.length() + after.length();
        }
    }

    /** The changes, shortened to the limits; what is left out is counted. */
    static BulletinEntry of(List<Message.Item> group, @Nullable String heading, String registry, Limits limits) {
        Change first = group.get(0).change();
        boolean isWholeRow = first.kind() == Kind.ASSIGNED || first.kind() == Kind.DEASSIGNED;
        List<FieldChange> details = Details.forPeople(first);
        List<Value> values = new ArrayList<>();
        int length = 0;
        for (FieldChange detail : details) {
            Value value = isWholeRow ? only(detail, limits) : difference(detail, limits);
            length += value.length();
            if (length > limits.all()) {
                values.add(new Value("More", "", Cut.leftOut(details.size() - values.size(), "value")));
                break;
            }
            values.add(value);
        }
        List<String> meanings = group.stream()
                .map(Message.Item::meaning)
                .filter(Objects::nonNull)
                .map(BulletinEntry::line)
                .distinct()
                .toList();
        Sentence sentence = Sentence.of(group.stream().map(Message.Item::change).toList());
        return new BulletinEntry(
                heading,
                first.kind(),
                group.size(),
                line(sentence.subject()),
                line(sentence.predicate()),
                Links.rows(registry, first),
                meanings,
                List.copyOf(values));
    }

    /** The same without a meaning that is said already. */
    BulletinEntry without(String said) {
        return new BulletinEntry(
                heading,
                kind,
                changes,
                subject,
                predicate,
                page,
                meanings.stream().filter(meaning -> !meaning.equals(said)).toList(),
                values);
    }

    /** The same without its values, which are counted. */
    BulletinEntry brief() {
        List<Value> counted =
                values.isEmpty() ? values : List.of(new Value("More", "", Cut.leftOut(values.size(), "value")));
        return new BulletinEntry(heading, kind, changes, subject, predicate, page, meanings, counted);
    }

    /** What happened, in one line. */
    String sentence() {
        return subject + " " + predicate;
    }

    /** The sentence, and a line for each meaning. */
    List<String> sayings() {
        List<String> sayings = new ArrayList<>();
        sayings.add(sentence());
        meanings.forEach(meaning -> sayings.add("▸ " + meaning));
        return sayings;
    }

    /** Label and value, a line for each. */
    List<String> lines() {
        return values.stream().map(value -> value.label() + ": " + value.text()).toList();
    }

    /** Some channels refuse empty texts. */
    private static String line(String text) {
        return text.isBlank() ? Value.NOTHING : Cut.to(LONGEST_SENTENCE, TerminalText.safe(text));
    }

    private static Value only(FieldChange detail, Limits limits) {
        String value = TerminalText.safe(detail.before() + detail.after());
        return new Value(label(detail), "", Cut.to(limits.value(), value));
    }

    private static Value difference(FieldChange detail, Limits limits) {
        String before = TerminalText.safe(detail.before());
        String after = TerminalText.safe(detail.after());
        Excerpt excerpt = Excerpt.of(before, after, limits.value());
        return new Value(label(detail), side(before, excerpt.before(), limits), side(after, excerpt.after(), limits));
    }

    /** The excerpt counts columns of a terminal, and there are characters that take none. */
    private static String side(String whole, String excerpt, Limits limits) {
        if (whole.isEmpty()) {
            return Value.NOTHING;
        }
        boolean isWhole = excerpt.equals(whole);
        String shown = Cut.to(limits.value(), excerpt);
        return isWhole ? shown : String.format(Locale.ROOT, "%s (%,d characters in all)", shown, whole.length());
    }

    private static String label(FieldChange detail) {
        return detail.column().title();
    }
}
