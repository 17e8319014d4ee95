package org.ianawatch.cli.sql;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Types a line when one is asked for, which is when the answers to those before it are there. */
final class TypedLines extends InputStream {
    private final Iterator<String> lines;
    private final Consumer<String> before;
    private byte[] line = {};
    private int next;

    /**
     * Lines without their ends.
     *
     * @param before is told of each before it is typed
     */
    TypedLines(List<String> lines, Consumer<String> before) {
        this.lines = lines.iterator();
        this.before = before;
    }

    @Override
    public int read() {
        if (next == line.length) {
            if (!lines.hasNext()) {
                return -1;
            }
            String typed = lines.next();
            before.accept(typed);
            line = (typed + "\n").getBytes(StandardCharsets.UTF_8);
            next = 0;
        }
        return line[next++];
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        int value = length == 0 ? 0 : read();
        if (value < 0 || length == 0) {
            return value;
        }
        bytes[offset] = (byte) value;
        return 1;
    }
}
