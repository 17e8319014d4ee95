package org.ianawatch.registry;

import java.util.ArrayList;
import java.util.List;
import org.ianawatch.registry.Column.Content;

/** The columns of two editions side by side: a column has the same place in both. */
final class Sheet {
    private final List<ColumnCells> older = new ArrayList<>();
    private final List<ColumnCells> newer = new ArrayList<>();
    private final int olderRows;
    private final int newerRows;

    Sheet(Table older, Table newer) {
        for (int column = 0; column < newer.titles().size(); column++) {
            this.older.add(new ColumnCells(older.titles().get(column), older.column(column)));
            this.newer.add(new ColumnCells(newer.titles().get(column), newer.column(column)));
        }
        this.olderRows = older.rows().size();
        this.newerRows = newer.rows().size();
    }

    int columns() {
        return newer.size();
    }

    List<ColumnCells> older() {
        return older;
    }

    List<ColumnCells> newer() {
        return newer;
    }

    int olderRows() {
        return olderRows;
    }

    int newerRows() {
        return newerRows;
    }

    /** What a column holds in the newer edition or, where that says nothing, in the older. */
    Content content(int column) {
        Content now = newer.get(column).content();
        return now == Content.PLAIN ? older.get(column).content() : now;
    }

    /** Whether a column says when, who, or where it is written: never what a row is. */
    boolean isAbout(int column) {
        return switch (content(column)) {
            case REFERENCE, DATE, MODIFIED, PEOPLE -> true;
            case PLAIN, SPACE, PROSE -> false;
        };
    }

    /** Whether a column has codes in both editions; in the newer, where the older has none filled. */
    boolean areCodes(int column) {
        ColumnCells old = older.get(column);
        return newer.get(column).areCodes() && (old.areCodes() || old.blanks() == old.rows());
    }

    boolean hasStatusWord(int column) {
        return older.get(column).hasStatusWord() || newer.get(column).hasStatusWord();
    }

    /** Whether no more than a share of a column is empty in either edition: 1 in so many, or none at all with 0. */
    boolean isFilled(int column, int oneIn) {
        int old = older.get(column).blanks();
        int now = newer.get(column).blanks();
        return oneIn == 0 ? old + now == 0 : oneIn * old <= olderRows && oneIn * now <= newerRows;
    }

    /** Whether at least half of a column is filled in the newer edition. */
    boolean isHalfFilled(int column) {
        return 2 * newer.get(column).blanks() <= newerRows;
    }
}
