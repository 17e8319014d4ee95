package org.ianawatch.alert;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ianawatch.diff.Change;
import org.ianawatch.registry.Word;
import org.jspecify.annotations.Nullable;

/**
 * What rules tell a channel that they have in common. It is written once, kept until it is delivered, and says the same at each try.
 * Immutable. Registry text in it is untrusted: each channel escapes it in its own way.
 *
 * @param id the same for all channels and tries; letters, digits, {@code _} and {@code -}
 * @param createdAt when it was written
 * @param kind what it is about
 * @param registry IANA's name of the registry
 * @param rules the names of the rules that want it, at least one; {@code operators} for what concerns the job itself
 * @param thread the same for all that is told of one snapshot or one trouble; of the same characters as an id
 * @param subject what happened, in one line without line ends, the most important first
 * @param lead a sentence or more that stand before the items; may be empty
 * @param site which of several installations tells it, or null where nobody needs to know
 * @param leftOut how many changes it is about beside those of the items, from 0
 * @param items the changes: those that touch what this site uses, then what the subject names, then the others, each in the
 *     order of the snapshots and ports; empty for what concerns the job itself
 */
public record Message(
        String id,
        Instant createdAt,
        Kind kind,
        String registry,
        List<String> rules,
        String thread,
        String subject,
        String lead,
        @Nullable String site,
        int leftOut,
        List<Item> items) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /**
     * A message that can be sent.
     *
     * @throws IllegalArgumentException for an id or a thread of other characters or more than 100, since they stand in
     *     headers, and for no rule
     */
    public Message {
        requireId(id);
        requireId(thread);
        rules = List.copyOf(rules);
        items = List.copyOf(items);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("message " + id + " is told by no rule");
        }
    }

    /** A message that names no site, and has all of its changes. */
    public Message(
            String id,
            Instant createdAt,
            Kind kind,
            String registry,
            List<String> rules,
            String thread,
            String subject,
            String lead,
            List<Item> items) {
        this(id, createdAt, kind, registry, rules, thread, subject, lead, null, 0, items);
    }

    /** The same, told by a site; null for none. */
    public Message of(@Nullable String teller) {
        return new Message(id, createdAt, kind, registry, rules, thread, subject, lead, teller, leftOut, items);
    }

    private static void requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("'" + id + "' cannot be the id of a message or of a thread");
        }
    }

    /** The names of its rules in one text: {@code lab, uses}. */
    public String rule() {
        return String.join(", ", rules);
    }

    /** The number of the snapshot that brought all of its changes, where there is one. What is told of several has a thread of its own. */
    public Optional<Integer> onlySnapshot() {
        List<Integer> snapshots = items.stream().map(Item::snapshot).distinct().toList();
        return snapshots.size() == 1 && !thread.equals(MessageId.threadOf(id))
                ? Optional.of(snapshots.get(0))
                : Optional.empty();
    }

    /** What a message is about. */
    public enum Kind implements Word {
        /** Changes of one or more snapshots. */
        CHANGES,
        /** Much at once, in figures: a first run, an import, an accepted quarantine. */
        SUMMARY,
        /** The job itself has trouble. */
        TROUBLE,
        /** The trouble is over. */
        RECOVERY,
        /** Nothing happened: a person tries a channel out. */
        TRIAL;

        /** In lower case, as outputs for programs have it. */
        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The kind of that word.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * One change.
     *
     * @param snapshot the number of the snapshot that brought it, from 1
     * @param observedAt when that was observed
     * @param meaning what it means for a port or name that this site uses, in one line; null where it uses none
     * @param change what changed
     */
    public record Item(int snapshot, Instant observedAt, @Nullable String meaning, Change change) {}
}
