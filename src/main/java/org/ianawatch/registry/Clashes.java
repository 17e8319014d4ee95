package org.ianawatch.registry;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rows of one edition share their key with another row: the same text, or codes that overlap in the same scope. */
final class Clashes {
    private record CodesOfRow(Span span, int row) {}

    private final List<ColumnCells> scope;
    private final @Nullable ColumnCells code;
    private final int rows;

    /**
     * The clashes under some columns.
     *
     * @param code the column of codes, or null; {@code scope} has the others
     */
    Clashes(List<ColumnCells> scope, @Nullable ColumnCells code, int rows) {
        this.scope = scope;
        this.code = code;
        this.rows = rows;
    }

    /** How many rows there are that share their key. */
    int count() {
        Map<List<String>, Integer> texts = new HashMap<>();
        Map<List<String>, List<CodesOfRow>> codes = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            List<String> parts = new ArrayList<>(scope.size() + 1);
            for (ColumnCells column : scope) {
                parts.add(column.bare(row));
            }
            if (code != null && !code.codes(row).isEmpty()) {
                List<CodesOfRow> same = codes.computeIfAbsent(parts, unused -> new ArrayList<>());
                for (Span span : code.codes(row)) {
                    same.add(new CodesOfRow(span, row));
                }
                continue;
            }
            if (code != null) {
                parts.add(code.bare(row));
            }
            texts.merge(parts, 1, Integer::sum);
        }
        int count = 0;
        for (int times : texts.values()) {
            count += times > 1 ? times : 0;
        }
        for (List<CodesOfRow> same : codes.values()) {
            count += overlapping(same);
        }
        return count;
    }

    /** How many rows have codes that another has, too. */
    private static int overlapping(List<CodesOfRow> codes) {
        codes.sort(Comparator.comparing(CodesOfRow::span).thenComparing(CodesOfRow::row));
        BitSet overlapping = new BitSet();
        CodesOfRow farthest = null;
        CodesOfRow farthestOfAnother = null;
        for (CodesOfRow next : codes) {
            CodesOfRow other = farthest != null && farthest.row == next.row ? farthestOfAnother : farthest;
            if (other != null && other.span.overlaps(next.span)) {
                overlapping.set(next.row);
                overlapping.set(other.row);
            }
            if (farthest == null || next.span.endsBehind(farthest.span)) {
                farthestOfAnother = farthest == null || farthest.row == next.row ? farthestOfAnother : farthest;
                farthest = next;
            } else if (next.row != farthest.row
                    && (farthestOfAnother == null || next.span.endsBehind(farthestOfAnother.span))) {
                farthestOfAnother = next;
            }
        }
        return overlapping.cardinality();
    }
}
