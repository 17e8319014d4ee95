package org.ianawatch.report;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as a JSON array with an object for each row. */
final class JsonRows implements RowWriter {
    private final JsonObjects objects;
    private final Appendable out;
    private boolean isFirst = true;

    JsonRows(List<RowWriter.Column> columns, Appendable out) throws IOException {
        this.out = out;
        this.objects = new JsonObjects(columns);
        out.append('[');
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        out.append(isFirst ? "\n" : ",\n");
        isFirst = false;
        Json.writeValue(objects.of(values), new Indented(out));
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
