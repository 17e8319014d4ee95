package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ianawatch.registry.Cells;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Snapshot;
import org.jspecify.annotations.Nullable;

/** Which columns of two snapshots are the same, where each has its own. */
final class MatchedColumns {
    /** At least so much of the larger side has to agree. */
    private static final double LEAST_AGREEMENT = 0.4;

    /** An index on both sides. */
    private record Pair(int before, int after) {}

    private final List<Column> before;
    private final List<Column> after;
    private final Roles roles;
    private final List<Pair> pairs = new ArrayList<>();

    private MatchedColumns(Roles before, Roles after) {
        this.before = before.columns();
        this.after = after.columns();
        this.roles = after;
    }

    static MatchedColumns of(Snapshot from, Snapshot to) {
        MatchedColumns matched =
                new MatchedColumns(from.header().roles(), to.header().roles());
        matched.match(UnaryOperator.identity());
        matched.match(Cells::folded);
        matched.matchByValues(from.entries(), to.entries());
        matched.pairs.sort(Comparator.comparing(Pair::after));
        return matched;
    }

    /** The columns of both that stand under different titles, and those of one side alone. */
    ColumnChanges changes() {
        List<ColumnChanges.Title> renamed = new ArrayList<>();
        for (Pair pair : pairs) {
            String old = before.get(pair.before).title();
            String now = after.get(pair.after).title();
            if (!old.equals(now)) {
                renamed.add(new ColumnChanges.Title(old, now));
            }
        }
        return new ColumnChanges(
                renamed,
                after.stream()
                        .filter(column -> pairOf(after.indexOf(column), false) == null)
                        .map(Column::title)
                        .toList(),
                before.stream()
                        .filter(column -> pairOf(before.indexOf(column), true) == null)
                        .map(Column::title)
                        .toList());
    }

    /** What the matched columns mean, or null where one of the key is not among them. */
    @Nullable
    Roles roles() {
        List<Integer> key = new ArrayList<>();
        for (int column : roles.key().columns()) {
            int place = place(column);
            if (place < 0) {
                return null;
            }
            key.add(place);
        }
        Integer code = roles.key().code();
        return new Roles(
                pairs.stream().map(pair -> after.get(pair.after)).toList(),
                false,
                new Roles.Key(List.copyOf(key), code == null ? null : place(code)),
                roles.labels().stream()
                        .map(this::place)
                        .filter(place -> place >= 0)
                        .toList(),
                roles.notation(),
                roles.words(),
                roles.spaces());
    }

    /** The rows of the older side under the matched columns alone. */
    List<Entry> before(List<Entry> rows, Roles matched) {
        return under(rows, matched, pairs.stream().map(Pair::before).toList());
    }

    /** The rows of the newer side under the matched columns alone. */
    List<Entry> after(List<Entry> rows, Roles matched) {
        return under(rows, matched, pairs.stream().map(Pair::after).toList());
    }

    private static List<Entry> under(List<Entry> rows, Roles matched, List<Integer> columns) {
        return rows.stream().map(row -> row.under(matched, columns)).toList();
    }

    private int place(int column) {
        for (int place = 0; place < pairs.size(); place++) {
            if (pairs.get(place).after == column) {
                return place;
            }
        }
        return -1;
    }

    private @Nullable Pair pairOf(int column, boolean isBefore) {
        for (Pair pair : pairs) {
            if ((isBefore ? pair.before : pair.after) == column) {
                return pair;
            }
        }
        return null;
    }

    private void match(UnaryOperator<String> form) {
        for (int now = 0; now < after.size(); now++) {
            for (int old = 0; old < before.size() && pairOf(now, false) == null; old++) {
                boolean isAlike = form.apply(before.get(old).title())
                        .equals(form.apply(after.get(now).title()));
                if (isAlike && pairOf(old, true) == null) {
                    pairs.add(new Pair(old, now));
                }
            }
        }
    }

    private record Agreement(Pair pair, double share) {}

    private void matchByValues(List<Entry> oldRows, List<Entry> newRows) {
        List<Agreement> agreements = new ArrayList<>();
        for (int now = 0; now < after.size(); now++) {
            for (int old = 0; old < before.size(); old++) {
                if (pairOf(now, false) == null && pairOf(old, true) == null) {
                    double share = agreement(counts(oldRows, old), counts(newRows, now));
                    agreements.add(new Agreement(new Pair(old, now), share));
                }
            }
        }
        agreements.sort(Comparator.comparing(Agreement::share)
                .reversed()
                .thenComparing(agreement -> agreement.pair.after)
                .thenComparing(agreement -> agreement.pair.before));
        for (Agreement agreement : agreements) {
            Pair pair = agreement.pair;
            if (agreement.share >= LEAST_AGREEMENT
                    && pairOf(pair.after, false) == null
                    && pairOf(pair.before, true) == null) {
                pairs.add(pair);
            }
        }
    }

    private static Map<String, Integer> counts(List<Entry> rows, int column) {
        Map<String, Integer> counts = new HashMap<>();
        for (Entry row : rows) {
            String cell = Cells.squeezed(row.values().get(column));
            if (!cell.isEmpty()) {
                counts.merge(cell, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static double agreement(Map<String, Integer> old, Map<String, Integer> now) {
        int larger = Math.max(sum(old), sum(now));
        int common = 0;
        for (Map.Entry<String, Integer> count : now.entrySet()) {
            common += Math.min(count.getValue(), old.getOrDefault(count.getKey(), 0));
        }
        return larger == 0 ? 0 : (double) common / larger;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
