package org.ianawatch.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.registry.Registry;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into pieces, from its begin to its end. White space goes with what follows it, so that what comes or goes between two
 * pieces changes neither.
 */
final class PieceCutter {
    private static final List<List<String>> WITHOUT_CELLS = List.of(List.of());

    private final String text;
    private final List<Cut> cuts = new ArrayList<>();
    private int begin;

    /** A piece until it is known which cells its record has: the registry whose record it is, and which of its rows. */
    private record Cut(String text, Registry.@Nullable Id registry, int row) {}

    PieceCutter(String text) {
        this.text = text;
    }

    /** An element begins here: what comes before it, comments, is no part of its piece. */
    void before(int offset) {
        int end = offset;
        while (end > begin && text.charAt(end - 1) <= ' ') {
            end--;
        }
        cut(end, null, 0);
    }

    /** A tag or an element ends here. */
    void after(int offset) {
        cut(offset, null, 0);
    }

    /** The record that is a row of a registry ends here. */
    void afterRecord(int offset, Registry.Id registry, int row) {
        cut(offset, registry, row);
    }

    private void cut(int end, Registry.@Nullable Id registry, int row) {
        if (end > begin) {
            cuts.add(new Cut(text.substring(begin, end), registry, row));
            begin = end;
        }
    }

    /** The pieces of the whole text; records get the cells of their rows. */
    List<Piece> pieces(List<RegistryTable> registries) {
        cut(text.length(), null, 0);
        Map<Registry.Id, List<List<String>>> rows = new HashMap<>();
        registries.forEach(registry -> rows.put(registry.id(), registry.rows()));
        return cuts.stream()
                .map(cut -> new Piece(
                        cut.text(),
                        cut.registry(),
                        rows.getOrDefault(cut.registry(), WITHOUT_CELLS).get(cut.row())))
                .toList();
    }
}
