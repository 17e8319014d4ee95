package org.ianawatch.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows as a JSON array with an object for each row; of columns of the same name the second gets {@code _2}. */
final class JsonRows implements RowWriter {
    private final List<String> keys = new ArrayList<>();
    private final Appendable out;
    private boolean isFirst = true;

    JsonRows(List<RowFormat.Column> columns, Appendable out) throws IOException {
        this.out = out;
        Set<String> taken = new HashSet<>();
        for (RowFormat.Column column : columns) {
            String key = column.name();
            for (int number = 2; !taken.add(key); number++) {
                key = column.name() + "_" + number;
            }
            keys.add(key);
        }
        out.append('[');
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int index = 0; index < keys.size(); index++) {
            object.put(keys.get(index), values.get(index));
        }
        out.append(isFirst ? "\n" : ",\n");
        isFirst = false;
        Json.writeValue(object, new Indented(out));
    }

    @Override
    public void end() throws IOException {
        out.append(isFirst ? "]\n" : "\n]\n");
    }

    /** Moves lines by a level to the right; strings within JSON hold no line end. */
    private static final class Indented implements Appendable {
        private static final String INDENT = "  ";

        private final Appendable out;
        private boolean atStart = true;

        Indented(Appendable out) {
            this.out = out;
        }

        @Override
        public Appendable append(CharSequence text) throws IOException {
            return append(text, 0, text.length());
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            for (int index = start; index < end; index++) {
                append(text.charAt(index));
            }
            return this;
        }

        @Override
        public Appendable append(char character) throws IOException {
            out.append(atStart ? INDENT : "").append(character);
            atStart = character == '\n';
            return this;
        }
    }
}
