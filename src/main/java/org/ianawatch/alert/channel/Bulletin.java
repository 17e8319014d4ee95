package org.ianawatch.alert.channel;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ianawatch.alert.Message;
import org.ianawatch.report.Grouping;
import org.ianawatch.report.Links;
import org.ianawatch.report.TerminalText;
import org.jspecify.annotations.Nullable;

/**
 * A message as people read it on any channel: what happened, then the detail, then where it comes from. Texts hold no
 * characters that are obeyed or hidden, and are not escaped for any markup.
 *
 * @param title what happened, on one line, and where there are several sites which one tells it
 * @param lead more about it; may be empty, may have several lines
 * @param entries the changes that are shown
 * @param leftOut how many changes there are beside those of the entries
 * @param hint where all changes are, in a sentence
 * @param origin who told it: a rule, or what stands for one
 * @param page where the registry itself can be read, or the rows of the one change that there is, or null
 */
record Bulletin(
        String title,
        String lead,
        List<BulletinEntry> entries,
        int leftOut,
        String hint,
        String origin,
        @Nullable String page) {
    private static final int LONGEST_TITLE = 1_000;
    private static final int LONGEST_LEAD = 700;
    private static final int LONGEST_NAME = 100;

    /**
     * The message with as many of its changes as fit. Where the first, or one that touches what this site uses, does not, the
     * values behind them make room for it.
     *
     * @param fits whether the channel takes it; one that takes more changes takes fewer too
     */
    static Bulletin fitting(Message message, BulletinEntry.Limits limits, Predicate<Bulletin> fits) {
        Bulletin whole = of(message, limits);
        Bulletin cut = whole.cut(fits);
        long needed =
                Math.max(1, groups(message).stream().filter(Bulletin::isUsed).count());
        return cut.entries.size() >= needed ? cut : whole.brief().cut(fits);
    }

    /** The message with all of its changes. */
    static Bulletin of(Message message, BulletinEntry.Limits limits) {
        String subject = message.subject().isBlank() ? message.kind().word() : message.subject();
        String what = Cut.to(LONGEST_TITLE, TerminalText.safe(subject));
        List<BulletinEntry> entries = entries(message, what, limits);
        return new Bulletin(
                what + site(message),
                Cut.to(LONGEST_LEAD, TerminalText.safeLines(message.lead()).strip()),
                entries,
                message.leftOut(),
                hint(message),
                origin(message),
                entries.size() == 1 ? entries.get(0).page() : Links.registry(message.registry()));
    }

    /**
     * What a person reads first stands first: the entry of the first change, then what touches what this site uses, then the
     * others, by their snapshots.
     */
    private static List<List<Message.Item>> groups(Message message) {
        TreeMap<Integer, List<Message.Item>> bySnapshot = new TreeMap<>();
        message.items().forEach(item -> bySnapshot
                .computeIfAbsent(item.snapshot(), unused -> new ArrayList<>())
                .add(item));
        return bySnapshot.values().stream()
                .flatMap(brought -> Grouping.of(brought, Message.Item::change).stream())
                .sorted(Comparator.comparing((List<Message.Item> group) ->
                                !group.contains(message.items().get(0)))
                        .thenComparing(group -> !isUsed(group)))
                .toList();
    }

    /** A heading says where another snapshot begins, where there are several. */
    private static List<BulletinEntry> entries(Message message, String said, BulletinEntry.Limits limits) {
        List<List<Message.Item>> groups = groups(message);
        boolean areSeveral = message.items().stream()
                        .mapToInt(Message.Item::snapshot)
                        .distinct()
                        .count()
                > 1;
        List<BulletinEntry> entries = new ArrayList<>();
        int snapshot = 0;
        for (List<Message.Item> group : groups) {
            Message.Item first = group.get(0);
            String heading = areSeveral && first.snapshot() != snapshot ? heading(first) : null;
            entries.add(
                    BulletinEntry.of(group, heading, message.registry(), limits).without(said));
            snapshot = first.snapshot();
        }
        return List.copyOf(entries);
    }

    private static boolean isUsed(List<Message.Item> group) {
        return group.stream().anyMatch(item -> item.meaning() != null);
    }

    /** {@code " (lab-east)"} after what happened; empty where it names no site. */
    static String site(Message message) {
        return message.site() == null ? "" : " (" + Cut.to(LONGEST_NAME, TerminalText.safe(message.site())) + ")";
    }

    /** What is left out, and where to find it; empty where nothing is. */
    String remark() {
        return leftOut == 0 ? "" : Cut.leftOut(leftOut, entries.isEmpty() ? "change" : "more change") + "; " + hint;
    }

    private static String hint(Message message) {
        return message.onlySnapshot()
                .map(number -> "'ianawatch show " + number + "' has all.")
                .orElse("'ianawatch log --changes' has all.");
    }

    private Bulletin cut(Predicate<Bulletin> fits) {
        return fits.test(this) ? this : first(Cut.most(entries.size(), count -> fits.test(first(count))));
    }

    private Bulletin brief() {
        return new Bulletin(
                title, lead, entries.stream().map(BulletinEntry::brief).toList(), leftOut, hint, origin, page);
    }

    private Bulletin first(int count) {
        int rest = entries.subList(count, entries.size()).stream()
                .mapToInt(BulletinEntry::changes)
                .sum();
        return new Bulletin(title, lead, entries.subList(0, count), leftOut + rest, hint, origin, page);
    }

    private static String heading(Message.Item item) {
        return "Snapshot " + item.snapshot() + ", observed " + LocalDate.ofInstant(item.observedAt(), ZoneOffset.UTC);
    }

    /** What is told of the job itself, and not of the registry, is told by no rule. */
    private static String origin(Message message) {
        boolean isOfRule = message.kind() == Message.Kind.CHANGES || message.kind() == Message.Kind.SUMMARY;
        String rules = message.rules().size() == 1 ? "rule " : "rules ";
        return "ianawatch, " + (isOfRule ? rules : "") + Cut.to(LONGEST_NAME, TerminalText.safe(message.rule()));
    }
}
