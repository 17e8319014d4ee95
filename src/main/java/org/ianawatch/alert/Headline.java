package org.ianawatch.alert;

import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ianawatch.diff.Change;
import org.ianawatch.report.Grouping;
import org.ianawatch.report.Sentence;

/** Changes in the fewest words: {@code 278/tcp assigned to foo}. */
final class Headline {
    private Headline() {}

    /**
     * What happened in one line: all of it where it is one or two things to people, else the most important and how many
     * there are beside it. What touches what this site uses is the most important.
     *
     * @param items at least one
     * @param changes how many there are, those that are not listed counted too
     */
    static String of(List<Message.Item> items, int changes) {
        List<List<Message.Item>> groups = groups(items);
        List<Message.Item> first = groups.get(0);
        int others = changes - first.size();
        if (others == 0) {
            return ofGroup(first);
        }
        return groups.size() == 2 && changes == items.size()
                ? ofGroup(first) + "; " + ofGroup(groups.get(1))
                : ofGroup(first) + ", and " + Counts.of(others, "more change");
    }

    /**
     * The changes in another order: those that touch what this site uses, the headline's first, then the headline's, then
     * the others; else as they were.
     */
    static List<Message.Item> first(List<Message.Item> items) {
        if (items.isEmpty()) {
            return items;
        }
        Set<Message.Item> named = Collections.newSetFromMap(new IdentityHashMap<>());
        named.addAll(groups(items).get(0));
        return items.stream()
                .sorted(Comparator.comparing((Message.Item item) -> item.meaning() == null)
                        .thenComparing(item -> !named.contains(item)))
                .toList();
    }

    /** What is one to people, in their order, but what touches what this site uses first. */
    private static List<List<Message.Item>> groups(List<Message.Item> items) {
        return Grouping.of(items, Message.Item::change).stream()
                .sorted(Comparator.comparing(group -> meaning(group).isEmpty()))
                .toList();
    }

    private static String ofGroup(List<Message.Item> group) {
        return meaning(group)
                .orElseGet(() -> words(group.stream().map(Message.Item::change).toList()));
    }

    private static Optional<String> meaning(List<Message.Item> group) {
        return group.stream()
                .map(Message.Item::meaning)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The changes' sentence, without what it says of the status before or after. */
    private static String words(List<Change> changes) {
        Sentence sentence = Sentence.of(changes);
        return sentence.subject() + " " + sentence.event();
    }
}
