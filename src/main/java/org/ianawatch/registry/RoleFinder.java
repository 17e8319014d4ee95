package org.ianawatch.registry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what the columns of a registry mean, in two editions of it together. */
public final class RoleFinder {
    private RoleFinder() {}

    /**
     * What the columns mean in each of two editions; only how codes are written may differ.
     *
     * @param older of the older edition
     * @param newer of the newer one
     */
    public record Found(Roles older, Roles newer) {}

    /**
     * Reads two editions. The roles have the titles of the newer one.
     *
     * @param older its columns stand where the same ones stand in the newer edition, whatever their titles
     */
    public static Found find(Table older, Table newer) {
        Sheet sheet = new Sheet(older, newer);
        Roles.Key key = KeyFinder.find(sheet);
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < sheet.columns(); column++) {
            columns.add(Column.of(newer.titles().get(column), sheet.content(column)));
        }
        List<Integer> labels = labels(sheet, key);
        return new Found(
                roles(columns, key, labels, notation(sheet.older(), key.code())),
                roles(columns, key, labels, notation(sheet.newer(), key.code())));
    }

    private static Roles roles(List<Column> columns, Roles.Key key, List<Integer> labels, Notation notation) {
        return new Roles(List.copyOf(columns), false, key, labels, notation, StatusWords.RFC_8126, List.of(Space.NONE));
    }

    private static Notation notation(List<ColumnCells> edition, @Nullable Integer code) {
        return code == null ? Notation.NUMBERS : edition.get(code).notation();
    }

    /** What may say what a row is for: first of all the first column that is at least half filled. */
    private static List<Integer> labels(Sheet sheet, Roles.Key key) {
        List<Integer> labels = new ArrayList<>();
        int first = -1;
        for (int column = 0; column < sheet.columns(); column++) {
            if (!key.columns().contains(column) && !sheet.areCodes(column) && !sheet.isAbout(column)) {
                first = first < 0 && sheet.isHalfFilled(column) ? column : first;
                labels.add(column);
            }
        }
        if (first >= 0) {
            labels.remove(Integer.valueOf(first));
            labels.add(0, first);
        }
        return List.copyOf(labels);
    }
}
