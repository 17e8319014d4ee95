package org.ianawatch.answer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.ianawatch.registry.Span;

/**
 * What the rows in force say, in one text. A search goes over it once for each word, and reads the rows alone that may fit. The
 * text is taken byte by byte: what is found begins where a character does, since UTF-8 has no character within another.
 */
final class SearchTexts {
    private static final int ENTRY_BYTES = 2 * Integer.BYTES;

    private final AnswerFile file;
    private final Rows rows;
    private final ByteBuffer starts;
    private final int count;

    SearchTexts(AnswerFile file, Rows rows) {
        this.file = file;
        this.rows = rows;
        this.starts = file.section(Section.TEXT_STARTS);
        this.count = starts.capacity() / ENTRY_BYTES;
    }

    /** The ranks, in their order, of all rows in force that may fit, and of some that do not. */
    int[] candidates(SearchQuery query) {
        BitSet fitting = new BitSet(count);
        fitting.set(0, count);
        String text = text();
        for (String part : query.parts()) {
            // Beyond ASCII, one character can be like two, which only a look at the row tells.
            if (!part.isEmpty() && Folding.isAscii(part)) {
                fitting.and(having(part, text));
            }
        }
        BitSet ranks = new BitSet(rows.count());
        for (int row = fitting.nextSetBit(0); row >= 0; row = fitting.nextSetBit(row + 1)) {
            ranks.set(rank(row));
        }
        Integer port = query.port();
        if (port != null) {
            for (int rank : rows.ports().touching(Span.of(port))) {
                if (rows.isInForce(rank)) {
                    ranks.set(rank);
                }
            }
        }
        int[] candidates = new int[ranks.cardinality()];
        int size = 0;
        for (int rank = ranks.nextSetBit(0); rank >= 0; rank = ranks.nextSetBit(rank + 1)) {
            candidates[size++] = rank;
        }
        return candidates;
    }

    private BitSet having(String part, String text) {
        BitSet found = new BitSet(count);
        String bytes = new String(part.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        int at = text.indexOf(bytes);
        while (at >= 0) {
            int row = rowAt(at);
            found.set(row);
            at = row + 1 < count ? text.indexOf(bytes, start(row + 1)) : -1;
        }
        return found;
    }

    /** The row whose text a place lies in. */
    private int rowAt(int place) {
        int begin = 0;
        int end = count;
        while (end - begin > 1) {
            int middle = (begin + end) >>> 1;
            if (start(middle) <= place) {
                begin = middle;
            } else {
                end = middle;
            }
        }
        return begin;
    }

    private int start(int row) {
        return starts.getInt(row * ENTRY_BYTES);
    }

    private int rank(int row) {
        return starts.getInt(row * ENTRY_BYTES + Integer.BYTES);
    }

    private String text() {
        ByteBuffer section = file.section(Section.TEXT);
        byte[] bytes = new byte[section.capacity()];
        section.get(0, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
