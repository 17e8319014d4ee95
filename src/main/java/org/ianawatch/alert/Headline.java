package org.ianawatch.alert;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.Kind;
import org.ianawatch.report.Grouping;
import org.ianawatch.report.Sentence;
import org.ianawatch.report.TerminalText;

/** Changes in the fewest words: {@code 278/tcp assigned to foo}. */
final class Headline {
    private Headline() {}

    /**
     * What happened in one line: all of it where it is one or two things to people, else the most important and how many
     * there are beside it. What touches what this site uses is the most important.
     *
     * @param listed at least one
     * @param changes how many there are, those that are not listed counted too
     */
    static String of(List<ObservedChange> listed, int changes) {
        List<List<ObservedChange>> groups = Grouping.of(listed, ObservedChange::change).stream()
                .sorted(Comparator.comparing(group -> meaning(group).isEmpty()))
                .toList();
        List<ObservedChange> first = groups.get(0);
        int others = changes - first.size();
        if (others == 0) {
            return ofGroup(first);
        }
        return groups.size() == 2 && changes == listed.size()
                ? ofGroup(first) + "; " + ofGroup(groups.get(1))
                : ofGroup(first) + ", and " + Counts.of(others, "more change");
    }

    private static String ofGroup(List<ObservedChange> group) {
        return meaning(group)
                .map(TerminalText::safe)
                .orElseGet(
                        () -> words(group.stream().map(ObservedChange::change).toList()));
    }

    private static Optional<String> meaning(List<ObservedChange> group) {
        return group.stream()
                .map(ObservedChange::meaning)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The changes' sentence, without what it says in brackets of the status before or after. */
    private static String words(List<Change> changes) {
        String sentence = Sentence.of(changes).text();
        Change first = changes.get(0);
        boolean saysStatus = first.ports() != null && first.kind() != Kind.RENAMED && first.kind() != Kind.AMENDED;
        return saysStatus ? sentence.substring(0, sentence.lastIndexOf(" (")) : sentence;
    }
}
