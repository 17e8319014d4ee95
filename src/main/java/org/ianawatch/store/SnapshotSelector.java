package org.ianawatch.store;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names a snapshot the way a person does: {@code 12}, {@code latest}, {@code latest~3}, or a time as {@link TimeSpan} has it, for
 * what was known at its end. A number from 1900 to 2199 is a year.
 */
public final class SnapshotSelector {
    private static final Pattern LATEST = Pattern.compile("latest(?:~(\\d{1,6}))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final String text;
    private final @Nullable Instant time;

    private SnapshotSelector(String text, @Nullable Instant time) {
        this.text = text;
        this.time = time;
    }

    /**
     * Reads a selector.
     *
     * @param now from when on a time is counted back
     * @throws IllegalArgumentException when the text is none, with what is possible
     */
    public static SnapshotSelector parse(String text, Instant now) {
        if (LATEST.matcher(text).matches() || (NUMBER.matcher(text).matches() && !TimeSpan.isYear(text))) {
            return new SnapshotSelector(text, null);
        }
        try {
            return new SnapshotSelector(text, TimeSpan.parse(text, now).end());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "'" + text + "' names no snapshot: write a number (12), latest, latest~3, or a date: "
                            + TimeSpan.EXAMPLES,
                    wrong);
        }
    }

    /** The newest snapshot. */
    public static SnapshotSelector latest() {
        return new SnapshotSelector("latest", null);
    }

    /** The one before the newest. */
    public static SnapshotSelector beforeLatest() {
        return new SnapshotSelector("latest~1", null);
    }

    /** The one of a number, from 1. */
    public static SnapshotSelector number(int number) {
        return new SnapshotSelector(Integer.toString(number), null);
    }

    /**
     * The snapshot among those that there are, newest first; of a date, the one known then.
     *
     * @throws NoSuchSnapshotException when there is none
     */
    public SnapshotEntry among(List<SnapshotEntry> newestFirst) {
        if (newestFirst.isEmpty()) {
            throw new NoSuchSnapshotException("the store has no snapshot yet: 'ianawatch sync' takes the first");
        }
        Matcher latest = LATEST.matcher(text);
        if (latest.matches()) {
            int back = latest.group(1) == null ? 0 : Integer.parseInt(latest.group(1));
            return back < newestFirst.size() ? newestFirst.get(back) : none(newestFirst);
        }
        for (SnapshotEntry entry : newestFirst) {
            if (time == null
                    ? entry.number() == Integer.parseInt(text)
                    : !entry.observedAt().isAfter(time)) {
                return entry;
            }
        }
        return none(newestFirst);
    }

    private SnapshotEntry none(List<SnapshotEntry> newestFirst) {
        SnapshotEntry newest = newestFirst.get(0);
        SnapshotEntry oldest = newestFirst.get(newestFirst.size() - 1);
        throw new NoSuchSnapshotException("there is no snapshot '" + text + "': the store has " + oldest.label()
                + (newest.equals(oldest) ? " alone" : " to " + newest.label()));
    }

    /** Whether it names the newest, whatever others there are. */
    boolean isLatest() {
        return text.equals("latest");
    }

    @Override
    public String toString() {
        return text;
    }
}
