package org.ianawatch.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a snapshot the way a person does: {@code 12}, {@code latest}, {@code latest~3}, {@code 2019-12-22}. */
public final class SnapshotSelector {
    private static final Pattern LATEST = Pattern.compile("latest(?:~(\\d{1,6}))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final DateTimeFormatter COMPACT_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String text;

    private SnapshotSelector(String text) {
        this.text = text;
    }

    /**
     * Reads a selector.
     *
     * @throws IllegalArgumentException when the text is none, with what is possible
     */
    public static SnapshotSelector parse(String text) {
        if (!LATEST.matcher(text).matches() && !NUMBER.matcher(text).matches()) {
            endOf(text);
        }
        return new SnapshotSelector(text);
    }

    /** The newest snapshot. */
    public static SnapshotSelector latest() {
        return new SnapshotSelector("latest");
    }

    /** The one before the newest. */
    public static SnapshotSelector beforeLatest() {
        return new SnapshotSelector("latest~1");
    }

    /**
     * The last moment that a date or a time names: a day's last, in UTC, or the time itself.
     *
     * @throws IllegalArgumentException when the text is neither, with what is possible
     */
    public static Instant endOf(String text) {
        try {
            if (text.indexOf('T') < 0) {
                return LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .minusMillis(1);
            }
            return text.indexOf(':') < 0 ? Instant.from(COMPACT_TIME.parse(text)) : Instant.parse(text);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(
                    "'" + text + "' names no snapshot: write a number (12), latest, latest~3, a date (2019-12-22) or a"
                            + " time in UTC (2021-08-12T17:05:09Z)",
                    wrong);
        }
    }

    /**
     * The first moment that a date or a time names: a day's first, in UTC, or the time itself.
     *
     * @throws IllegalArgumentException when the text is neither, with what is possible
     */
    public static Instant startOf(String text) {
        Instant end = endOf(text);
        return text.indexOf('T') < 0 ? end.plusMillis(1).minus(1, ChronoUnit.DAYS) : end.truncatedTo(ChronoUnit.MILLIS);
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
        boolean number = NUMBER.matcher(text).matches();
        for (SnapshotEntry entry : newestFirst) {
            if (number
                    ? entry.number() == Integer.parseInt(text)
                    : !entry.observedAt().isAfter(endOf(text))) {
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
