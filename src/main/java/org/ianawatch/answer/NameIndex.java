package org.ianawatch.answer;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.ianawatch.diff.Glob;

/** The service names of all snapshots, in the order of their folded forms, and the rows that have them. */
final class NameIndex {
    private static final int ENTRY_BYTES = 2 * Integer.BYTES;

    private final ByteBuffer directory;
    private final byte[] texts;
    private final ByteBuffer rows;
    private final int count;

    NameIndex(AnswerFile file) {
        this.directory = file.section(Section.NAMES);
        ByteBuffer text = file.section(Section.NAME_TEXTS);
        this.texts = new byte[text.capacity()];
        text.get(0, texts);
        this.rows = file.section(Section.NAME_ROWS);
        this.count = directory.capacity() / ENTRY_BYTES - 1;
    }

    /** All of them. */
    Set<String> all() {
        Set<String> names = new TreeSet<>();
        for (int entry = 0; entry < count; entry++) {
            names.add(name(entry));
        }
        return names;
    }

    /** The ranks of the rows whose name is this, whatever the case, in their order. */
    int[] of(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        // Lower case can take more than one character for one, and folding cannot.
        return found(Folding.isAscii(lowerCase) ? lowerCase : "", found -> found.toLowerCase(Locale.ROOT)
                .equals(lowerCase));
    }

    /** The ranks of the rows whose name is like a glob, in their order. */
    int[] like(Glob glob) {
        return found(Folding.of(glob.prefix()), glob::matches);
    }

    /** The ranks of the rows of the names that fit, all of which begin so when they are folded. */
    private int[] found(String prefix, Predicate<String> fits) {
        List<int[]> found = new ArrayList<>();
        int size = 0;
        for (int entry = firstFrom(prefix); entry < count; entry++) {
            String name = name(entry);
            if (!Folding.of(name).startsWith(prefix)) {
                break;
            }
            if (fits.test(name)) {
                int[] ranks = rows(entry);
                found.add(ranks);
                size += ranks.length;
            }
        }
        int[] all = new int[size];
        int at = 0;
        for (int[] ranks : found) {
            System.arraycopy(ranks, 0, all, at, ranks.length);
            at += ranks.length;
        }
        Arrays.sort(all);
        return all;
    }

    private int firstFrom(String folded) {
        int begin = 0;
        int end = count;
        while (begin < end) {
            int middle = (begin + end) >>> 1;
            if (Folding.of(name(middle)).compareTo(folded) < 0) {
                begin = middle + 1;
            } else {
                end = middle;
            }
        }
        return begin;
    }

    private String name(int entry) {
        return new Input(texts, directory.getInt(entry * ENTRY_BYTES)).text();
    }

    private int[] rows(int entry) {
        int begin = directory.getInt(entry * ENTRY_BYTES + Integer.BYTES);
        int end = directory.getInt((entry + 1) * ENTRY_BYTES + Integer.BYTES);
        int[] ranks = new int[end - begin];
        for (int index = 0; index < ranks.length; index++) {
            ranks[index] = rows.getInt((begin + index) * Integer.BYTES);
        }
        return ranks;
    }
}
