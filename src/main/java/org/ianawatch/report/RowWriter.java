package org.ianawatch.report;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows as they come, so that a large result needs no memory. Not thread safe. */
public interface RowWriter {
    /**
     * A column.
     *
     * @param name its title
     * @param isNumber whether its values are aligned right
     */
    record Column(String name, boolean isNumber) {}

    /**
     * Writes a row, or keeps it until it knows how wide its column is.
     *
     * @param values one for each column, of the types that {@link Json#write} takes
     * @throws IOException when the output throws it
     */
    void row(List<? extends @Nullable Object> values) throws IOException;

    /**
     * Writes what is left to write.
     *
     * @throws IOException when the output throws it
     */
    void end() throws IOException;
}
