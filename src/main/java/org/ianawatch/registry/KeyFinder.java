package org.ianawatch.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ianawatch.registry.Column.Content;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns that tell the rows of two editions apart. A list of columns fits where in each edition only a few rows share their
 * key with another.
 */
final class KeyFinder {
    private static final int ALWAYS_TOLERATED = 2;
    /** Of a hundred rows so many may share their key. */
    private static final int TOLERATED_IN_HUNDRED = 15;

    private static final int LONGEST_KEY = 4;

    private final Sheet sheet;
    /** Columns of codes that overlap while their texts do not: these tell rows apart as names do. */
    private final Set<Integer> readAsText = new HashSet<>();

    private KeyFinder(Sheet sheet) {
        this.sheet = sheet;
    }

    static Roles.Key find(Sheet sheet) {
        return new KeyFinder(sheet).find();
    }

    private Roles.Key find() {
        List<Integer> usable = columns(column -> !sheet.isAbout(column));
        List<Integer> single = single(usable);
        if (!single.isEmpty()) {
            return key(single, true);
        }
        List<Integer> naming = unlessEmpty(usable.stream().filter(this::mayName).toList(), usable);
        List<Integer> withoutProse = unlessEmpty(
                naming.stream().filter(column -> !isProse(column)).toList(),
                unlessEmpty(naming, columns(column -> true)));
        for (List<Integer> columns : List.of(withoutProse, naming)) {
            for (int length = 2; length <= Math.min(LONGEST_KEY, columns.size()); length++) {
                if (fits(columns.subList(0, length))) {
                    return key(needed(columns.subList(0, length)), true);
                }
            }
        }
        return key(fewestClashes(withoutProse), false);
    }

    private List<Integer> columns(IntPredicate wanted) {
        return IntStream.range(0, sheet.columns()).filter(wanted).boxed().toList();
    }

    private static List<Integer> unlessEmpty(List<Integer> columns, List<Integer> others) {
        return columns.isEmpty() ? others : columns;
    }

    /** The first column that fits alone, or none. */
    private List<Integer> single(List<Integer> usable) {
        return IntStream.rangeClosed(0, 2)
                .mapToObj(round -> single(usable, round == 0 ? 0 : 3, round == 2))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Integer> single(List<Integer> usable, int blankOneIn, boolean proseToo) {
        for (int column : usable) {
            boolean isWanted = proseToo || areCodes(column) || !isProse(column) || column == 0;
            if (isWanted && sheet.isFilled(column, blankOneIn) && mayName(column) && fitsAlone(column)) {
                return List.of(column);
            }
        }
        return List.of();
    }

    /** Nested prefixes, say, are told apart by what is written. */
    private boolean fitsAlone(int column) {
        if (fits(List.of(column))) {
            return true;
        }
        if (!areCodes(column)) {
            return false;
        }
        readAsText.add(column);
        if (mayName(column) && fits(List.of(column))) {
            return true;
        }
        readAsText.remove(column);
        return false;
    }

    /** Without each column, from the last on, that is not needed. */
    private List<Integer> needed(List<Integer> columns) {
        List<Integer> needed = columns;
        for (int index = columns.size() - 1; index >= 0; index--) {
            List<Integer> fewer = new ArrayList<>(needed);
            fewer.remove(columns.get(index));
            if (fits(fewer)) {
                needed = fewer;
            }
        }
        return needed;
    }

    private List<Integer> fewestClashes(List<Integer> columns) {
        List<Integer> best = List.of();
        int fewest = Integer.MAX_VALUE;
        for (int length = 1; length <= Math.min(LONGEST_KEY, columns.size()); length++) {
            List<Integer> some = columns.subList(0, length);
            int clashes =
                    clashes(sheet.older(), sheet.olderRows(), some) + clashes(sheet.newer(), sheet.newerRows(), some);
            if (clashes < fewest) {
                fewest = clashes;
                best = some;
            }
        }
        return best;
    }

    private boolean fits(List<Integer> columns) {
        return isTolerated(clashes(sheet.newer(), sheet.newerRows(), columns), sheet.newerRows())
                && isTolerated(clashes(sheet.older(), sheet.olderRows(), columns), sheet.olderRows());
    }

    private static boolean isTolerated(int clashes, int rows) {
        return clashes <= ALWAYS_TOLERATED || 100 * clashes <= TOLERATED_IN_HUNDRED * rows;
    }

    private int clashes(List<ColumnCells> edition, int rows, List<Integer> columns) {
        Integer code = code(columns);
        List<ColumnCells> scope = columns.stream()
                .filter(column -> !column.equals(code))
                .map(edition::get)
                .toList();
        return new Clashes(scope, code == null ? null : edition.get(code), rows).count();
    }

    /** The last of the columns that has codes, or null. */
    private @Nullable Integer code(List<Integer> columns) {
        Integer code = null;
        for (Integer column : columns) {
            code = areCodes(column) ? column : code;
        }
        return code;
    }

    private Roles.Key key(List<Integer> columns, boolean isExact) {
        return new Roles.Key(List.copyOf(columns), code(columns), isExact);
    }

    private boolean isProse(int column) {
        return sheet.content(column) == Content.PROSE;
    }

    private boolean areCodes(int column) {
        return sheet.areCodes(column) && !readAsText.contains(column);
    }

    private boolean mayName(int column) {
        return areCodes(column) || !sheet.hasStatusWord(column);
    }
}
