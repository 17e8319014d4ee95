package org.ianawatch.report;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as JSON Lines (jsonlines.org): an object on a line of its own for each row. */
final class JsonLineRows implements RowWriter {
    private final JsonObjects objects;
    private final Appendable out;

    JsonLineRows(List<RowWriter.Column> columns, Appendable out) {
        this.objects = new JsonObjects(columns);
        this.out = out;
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        out.append(Json.compact(objects.of(values))).append('\n');
    }

    @Override
    public void end() {}
}
