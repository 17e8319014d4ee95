package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ianawatch.registry.Cells;
import org.ianawatch.registry.Table;

/** Which columns of two editions are the same, where each has its own. */
final class MatchedColumns {
    /** At least so much of the side with fewer filled cells has to agree. */
    private static final double LEAST_AGREEMENT = 0.4;

    private static final int NONE = -1;

    private record Agreement(int before, int after, double share) {}

    private final Table from;
    private final Table to;
    /** For each column of the newer side the one of the older, or {@link #NONE}. */
    private final List<Integer> olderOf = new ArrayList<>();

    private MatchedColumns(Table from, Table to) {
        this.from = from;
        this.to = to;
        to.titles().forEach(title -> olderOf.add(NONE));
    }

    static MatchedColumns of(Table from, Table to) {
        MatchedColumns matched = new MatchedColumns(from, to);
        matched.match(title -> "=" + title);
        matched.match(Cells::folded);
        matched.matchByValues();
        return matched;
    }

    /** The columns of the newer side that the older has, too, in their order. */
    List<Integer> after() {
        List<Integer> after = new ArrayList<>();
        for (int now = 0; now < olderOf.size(); now++) {
            if (!isFree(now)) {
                after.add(now);
            }
        }
        return after;
    }

    /** The same columns on the older side, in the same order. */
    List<Integer> before() {
        return after().stream().map(olderOf::get).toList();
    }

    /** The columns of both that stand under different titles, and those of one side alone. */
    ColumnChanges changes() {
        List<ColumnChanges.Title> renamed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (int now = 0; now < olderOf.size(); now++) {
            String title = to.titles().get(now);
            if (isFree(now)) {
                added.add(title);
            } else if (!title.equals(from.titles().get(olderOf.get(now)))) {
                renamed.add(new ColumnChanges.Title(from.titles().get(olderOf.get(now)), title));
            }
        }
        for (int old = 0; old < from.titles().size(); old++) {
            if (!olderOf.contains(old)) {
                removed.add(from.titles().get(old));
            }
        }
        return new ColumnChanges(renamed, added, removed);
    }

    private boolean isFree(int now) {
        return olderOf.get(now) == NONE;
    }

    private void match(UnaryOperator<String> form) {
        for (int now = 0; now < olderOf.size(); now++) {
            String title = form.apply(to.titles().get(now));
            for (int old = 0; old < from.titles().size() && isFree(now) && !title.isEmpty(); old++) {
                if (title.equals(form.apply(from.titles().get(old))) && !olderOf.contains(old)) {
                    olderOf.set(now, old);
                }
            }
        }
    }

    private void matchByValues() {
        List<Agreement> agreements = new ArrayList<>();
        for (int now = 0; now < olderOf.size(); now++) {
            for (int old = 0; isFree(now) && old < from.titles().size(); old++) {
                if (!olderOf.contains(old)) {
                    double share = agreement(counts(from.column(old)), counts(to.column(now)));
                    agreements.add(new Agreement(old, now, share));
                }
            }
        }
        agreements.sort(Comparator.comparing(Agreement::share)
                .reversed()
                .thenComparing(Agreement::after)
                .thenComparing(Agreement::before));
        for (Agreement agreement : agreements) {
            if (agreement.share >= LEAST_AGREEMENT && isFree(agreement.after) && !olderOf.contains(agreement.before)) {
                olderOf.set(agreement.after, agreement.before);
            }
        }
    }

    private static Map<String, Integer> counts(List<String> cells) {
        Map<String, Integer> counts = new HashMap<>();
        for (String cell : cells) {
            String squeezed = Cells.squeezed(cell);
            if (!squeezed.isEmpty()) {
                counts.merge(squeezed, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static double agreement(Map<String, Integer> old, Map<String, Integer> now) {
        int smaller = Math.min(sum(old), sum(now));
        int common = 0;
        for (Map.Entry<String, Integer> count : now.entrySet()) {
            common += Math.min(count.getValue(), old.getOrDefault(count.getKey(), 0));
        }
        return smaller == 0 ? 0 : (double) common / smaller;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
