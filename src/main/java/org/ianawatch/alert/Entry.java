package org.ianawatch.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ianawatch.report.Excerpt;
import org.ianawatch.report.TerminalText;
import org.jspecify.annotations.Nullable;

/**
 * One change as people read it. Texts are on one line and without characters that are obeyed or hidden, but not escaped for
 * any markup.
 *
 * @param heading which snapshot this and what follows belong to; null where that was said before
 * @param kind the change's, as {@code docs/json.md} has it; empty where it has none
 * @param sentence what happened
 * @param meaning what that means for this site, or null
 * @param values those behind it, the most important first
 */
record Entry(@Nullable String heading, String kind, String sentence, @Nullable String meaning, List<Value> values) {
    private static final int LONGEST_SENTENCE = 300;
    private static final int LONGEST_LABEL = 60;

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

    /** The change, shortened to the limits; what is left out is counted. */
    static Entry of(Message.Item item, @Nullable String heading, Limits limits) {
        String kind = item.change().get("kind") instanceof String word ? word : "";
        boolean isWholeRow = kind.equals("assigned") || kind.equals("deassigned");
        List<Value> values = new ArrayList<>();
        int length = 0;
        for (Message.Detail detail : item.details()) {
            Value value = isWholeRow ? only(detail, limits) : difference(detail, limits);
            length += value.length();
            if (length > limits.all()) {
                values.add(new Value("More", "", Cut.leftOut(item.details().size() - values.size(), "value")));
                break;
            }
            values.add(value);
        }
        return new Entry(
                heading,
                kind,
                line(item.sentence()),
                item.meaning() == null ? null : line(item.meaning()),
                List.copyOf(values));
    }

    /** The same where the meaning is said already. */
    Entry withoutMeaning() {
        return new Entry(heading, kind, sentence, null, values);
    }

    /** Label and value, a line for each. */
    List<String> lines() {
        return values.stream().map(value -> value.label() + ": " + value.text()).toList();
    }

    /** Some channels refuse empty texts. */
    private static String line(String text) {
        return text.isBlank() ? Value.NOTHING : Cut.to(LONGEST_SENTENCE, TerminalText.safe(text));
    }

    private static Value only(Message.Detail detail, Limits limits) {
        String value = TerminalText.safe(detail.before() + detail.after());
        return new Value(label(detail), "", Cut.to(limits.value(), value));
    }

    private static Value difference(Message.Detail detail, Limits limits) {
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

    private static String label(Message.Detail detail) {
        return Cut.to(LONGEST_LABEL, TerminalText.safe(detail.column()));
    }
}
