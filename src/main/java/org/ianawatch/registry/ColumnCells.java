package org.ianawatch.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ianawatch.registry.Column.Content;

/** The cells of one column of one edition, and what can be read from them alone. */
final class ColumnCells {
    private static final Pattern STATUS_WORD = Pattern.compile(
            "[^\\p{L}\\p{N}_]*(un-?(assigned|allocated)\\b|reserved\\b|private[ -]use|experimental use)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LETTER = Pattern.compile("[A-Fa-f]");

    private final Content content;
    private final List<String> filled = new ArrayList<>();
    private final List<String> bare;
    private final Notation notation;
    private final List<List<Span>> codes;
    private final boolean areCodes;
    private final boolean hasStatusWord;

    ColumnCells(String title, List<String> cells) {
        bare = new ArrayList<>(cells.size());
        for (String cell : cells) {
            String squeezed = Cells.squeezed(cell);
            bare.add(Cells.bare(squeezed));
            if (!squeezed.isEmpty()) {
                filled.add(squeezed);
            }
        }
        content = ColumnContent.of(title, filled);
        hasStatusWord =
                filled.stream().anyMatch(cell -> STATUS_WORD.matcher(cell).lookingAt());
        notation = foundNotation();
        areCodes = !filled.isEmpty()
                && areMostly(cell -> !notation.read(Cells.bare(cell)).isEmpty());
        codes = areCodes ? bare.stream().map(this::read).toList() : List.of();
    }

    private Notation foundNotation() {
        boolean areHexadecimal = !filled.isEmpty()
                && filled.stream().allMatch(Notation::isHexadecimal)
                && filled.stream().anyMatch(cell -> LETTER.matcher(cell).find());
        if (areHexadecimal) {
            return Notation.HEXADECIMAL;
        }
        boolean areAddresses = !filled.isEmpty()
                && areMostly(cell -> !Notation.ADDRESSES.read(Cells.bare(cell)).isEmpty());
        return areAddresses ? Notation.ADDRESSES : Notation.NUMBERS;
    }

    /** Whether it holds for nine of ten filled cells; asks no more of them than it takes. */
    private boolean areMostly(Predicate<String> test) {
        int others = 0;
        for (String cell : filled) {
            others += test.test(cell) ? 0 : 1;
            if (10 * others > filled.size()) {
                return false;
            }
        }
        return true;
    }

    private List<Span> read(String cell) {
        return cell.isEmpty() ? List.of() : notation.read(cell);
    }

    Content content() {
        return content;
    }

    Notation notation() {
        return notation;
    }

    int rows() {
        return bare.size();
    }

    /** How many cells are empty. */
    int blanks() {
        return bare.size() - filled.size();
    }

    /** Whether nine of ten filled cells are codes; false where none is filled. */
    boolean areCodes() {
        return areCodes;
    }

    /** The codes of a row, empty where there are none, and for all rows unless {@link #areCodes}. */
    List<Span> codes(int row) {
        return areCodes ? codes.get(row) : List.of();
    }

    /** A row's cell without markers. */
    String bare(int row) {
        return bare.get(row);
    }

    /** Whether some cell says in place of a name that a code is not assigned. */
    boolean hasStatusWord() {
        return hasStatusWord;
    }
}
