package org.ianawatch.report;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** How wide the columns of a table have to be, and how narrow they may become so that it fits the screen. Not thread safe. */
final class ColumnWidths {
    /** No text column becomes narrower than this, or its words, so that others have room. */
    private static final int NARROWEST = 8;

    /** Text becomes no narrower than this where that breaks a word; also the least that a person reads with ease. */
    static final int NARROWEST_BROKEN = 16;

    /** Text becomes no narrower than this in a table that cannot fit. */
    private static final int NARROWEST_IN_VAIN = 24;

    /** A time reads as one word. */
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}\\S*");

    private final List<Boolean> isNumber;
    private final int gap;
    /** Of the widest value or title. */
    private final int[] whole;
    /** Of the widest word. */
    private final int[] word;
    /** Of the widest value that is never broken: a number, or a time. */
    private final int[] solid;

    /**
     * Columns without values.
     *
     * @param isNumber of each column
     * @param gap the blanks between two columns
     */
    ColumnWidths(List<Boolean> isNumber, int gap) {
        this.isNumber = isNumber;
        this.gap = gap;
        this.whole = new int[isNumber.size()];
        this.word = new int[isNumber.size()];
        this.solid = new int[isNumber.size()];
    }

    /** Takes the titles into account, which may be broken at blanks in every column. */
    void titles(List<String> titles) {
        for (int column = 0; column < whole.length; column++) {
            text(column, titles.get(column));
        }
    }

    /** Takes a row into account. */
    void row(List<String> values) {
        for (int column = 0; column < whole.length; column++) {
            String value = values.get(column);
            if (isNumber.get(column) || TIME.matcher(value).matches()) {
                int width = TextWidth.of(value);
                whole[column] = Math.max(whole[column], width);
                solid[column] = Math.max(solid[column], width);
            } else {
                text(column, value);
            }
        }
    }

    /** Whether the screen has room for all columns, with whole words, and wide enough to be read with ease. */
    boolean fit(int screenWidth) {
        return total(unbroken(NARROWEST_BROKEN)) <= screenWidth;
    }

    /**
     * The widths, of which the widest are narrowed until the table fits the screen: broken at blanks, and only where that
     * does not do within words. Words of the last column stand out rather than being broken.
     */
    int[] within(int screenWidth) {
        int last = whole.length - 1;
        int[] least = unbroken(NARROWEST);
        if (total(least) > screenWidth) {
            least[last] = Math.min(least[last], broken(last));
        }
        if (total(least) > screenWidth) {
            int[] words = least;
            least = IntStream.rangeClosed(0, last)
                    .map(column -> Math.min(words[column], broken(column)))
                    .toArray();
        }
        return narrowed(total(least) > screenWidth ? unbroken(NARROWEST_IN_VAIN) : least, screenWidth);
    }

    private int[] narrowed(int[] least, int screenWidth) {
        int[] widths =
                Arrays.stream(whole).map(width -> Math.min(width, screenWidth)).toArray();
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(widths[column], least[column]);
        }
        for (int excess = total(widths) - screenWidth; excess > 0; excess--) {
            int widest = -1;
            for (int column = 0; column < widths.length; column++) {
                if (widths[column] > least[column] && (widest < 0 || widths[column] >= widths[widest])) {
                    widest = column;
                }
            }
            if (widest < 0) {
                return widths;
            }
            widths[widest]--;
        }
        return widths;
    }

    private int[] unbroken(int narrowest) {
        return IntStream.range(0, whole.length)
                .map(column -> Math.max(Math.max(word[column], solid[column]), Math.min(narrowest, whole[column])))
                .toArray();
    }

    private int broken(int column) {
        return Math.max(solid[column], Math.min(NARROWEST_BROKEN, whole[column]));
    }

    private int total(int[] widths) {
        return IntStream.of(widths).sum() + gap * (widths.length - 1);
    }

    private void text(int column, String value) {
        whole[column] = Math.max(whole[column], TextWidth.of(value));
        for (String part : value.split(" ", -1)) {
            word[column] = Math.max(word[column], TextWidth.of(part));
        }
    }
}
