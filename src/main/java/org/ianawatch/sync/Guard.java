package org.ianawatch.sync;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ianawatch.csv.UnreadableCode;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.registry.Entry;
import org.ianawatch.store.NewSnapshot;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.Store;
import org.ianawatch.sync.Refusal.Reason;

/** Tells a genuine new edition from what a server hands out by mistake. */
final class Guard {
    private final GuardLimits limits;

    Guard(GuardLimits limits) {
        this.limits = limits;
    }

    /** Judges a file that is the first of its store. */
    static Optional<Refusal> judgeFirst(NewSnapshot candidate) {
        return withPorts(cut(candidate), unreadableCodes(candidate.file().unreadableCodes()));
    }

    private static Optional<Refusal> cut(NewSnapshot candidate) {
        return candidate.file().style().endsWithLineEnd()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Reason.CUT, "it has no line end after its last record, so it may have been cut off there"));
    }

    /** Whoever takes the file by a word is to know what becomes of its rows, too. */
    private static Optional<Refusal> withPorts(Optional<Refusal> asWhole, Optional<Refusal> ports) {
        return asWhole.map(refusal -> ports.map(refusal::and).orElse(refusal)).or(() -> ports);
    }

    private static Optional<Refusal> unreadableCodes(List<UnreadableCode> cells) {
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        int more = cells.size() - 1;
        String others = more == 0 ? "" : String.format(Locale.ROOT, ", and so it is in %,d more", more);
        return Optional.of(new Refusal(
                Reason.UNREADABLE_PORT,
                cells.get(0).message() + others + "; such a row stands without a port where it is taken"));
    }

    /**
     * Judges a file against the newest snapshot.
     *
     * @param changes what the file changes
     * @param store what was known before
     */
    Optional<Refusal> judge(NewSnapshot candidate, SnapshotEntry newest, ChangeSet changes, Store store) {
        Optional<Refusal> asWhole = cut(candidate)
                .or(() -> fewerRows(candidate, newest))
                .or(() -> fewerBytes(candidate, newest))
                .or(() -> manyChanges(changes));
        return withPorts(asWhole, newUnreadablePorts(candidate, changes)).or(() -> stepBack(candidate, changes, store));
    }

    private Optional<Refusal> fewerRows(NewSnapshot candidate, SnapshotEntry newest) {
        return fewer(
                Reason.FEWER_ROWS,
                "rows",
                newest.recordCount(),
                candidate.file().records().size(),
                limits.lostRowsPercent());
    }

    private Optional<Refusal> fewerBytes(NewSnapshot candidate, SnapshotEntry newest) {
        return fewer(Reason.FEWER_BYTES, "bytes", newest.byteCount(), candidate.byteCount(), limits.lostBytesPercent());
    }

    private static Optional<Refusal> fewer(Reason reason, String what, int before, int after, double limitPercent) {
        double lostPercent = 100.0 * (before - after) / before;
        if (lostPercent <= limitPercent) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                reason,
                String.format(
                        Locale.ROOT,
                        "it has %,d %s where the newest snapshot has %,d: %s%% fewer, and %s%% is the limit",
                        after,
                        what,
                        before,
                        percent(lostPercent, limitPercent),
                        limitPercent)));
    }

    /** With as many decimals as show that it is more than the limit. */
    private static BigDecimal percent(double lostPercent, double limitPercent) {
        BigDecimal exact = new BigDecimal(lostPercent);
        int decimals = 1;
        while (exact.setScale(decimals, RoundingMode.HALF_UP).doubleValue() <= limitPercent) {
            decimals++;
        }
        return exact.setScale(decimals, RoundingMode.HALF_UP);
    }

    private Optional<Refusal> manyChanges(ChangeSet changes) {
        int changed = Math.max(changes.removedRows().size(), changes.addedRows().size());
        if (changed <= limits.changedRows()) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                Reason.MANY_CHANGES,
                String.format(
                        Locale.ROOT, "it changes %,d rows, and %,d is the limit", changed, limits.changedRows())));
    }

    /** A row that is there already was taken by a person's word. */
    private static Optional<Refusal> newUnreadablePorts(NewSnapshot candidate, ChangeSet changes) {
        boolean anyIsNew = changes.addedRows().stream().anyMatch(Entry::hasUnreadableCode);
        return anyIsNew
                ? unreadableCodes(candidate.file().unreadableCodes().stream()
                        .filter(cell -> changes.addedRows().contains(cell.registration()))
                        .toList())
                : Optional.empty();
    }

    /** The server did hand out old editions; some of them were never seen here as a whole. */
    private static Optional<Refusal> stepBack(NewSnapshot candidate, ChangeSet changes, Store store) {
        Optional<SnapshotEntry> same = store.withSha256(candidate.sha256());
        if (same.isPresent()) {
            return Optional.of(
                    new Refusal(Reason.STEP_BACK, "it is " + same.get().label() + " again, a step back"));
        }
        boolean anyRow =
                !changes.removedRows().isEmpty() || !changes.addedRows().isEmpty();
        if (anyRow
                && changes.addedRows().stream().allMatch(store::hasEnded)
                && changes.removedRows().stream().allMatch(store::hasBegun)) {
            return Optional.of(new Refusal(
                    Reason.STEP_BACK,
                    "it only takes back earlier changes, a step back: every row that it adds was removed before, and"
                            + " every row that it removes was added before"));
        }
        return Optional.empty();
    }
}
