package org.ianawatch.report;

import java.util.BitSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/** Two blanks a level, as jq does it; but an array of plain values stands on one line. Not thread safe. */
final class JsonLayout implements PrettyPrinter {
    private static final String INDENT = "  ";

    private final BitSet inline = new BitSet();
    private int depth;
    private boolean nextInline;

    /** Whether the array that comes next, which holds neither objects nor arrays, stands on one line. */
    void nextArray(boolean onOneLine) {
        nextInline = onOneLine;
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator generator) {
        generator.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator generator) {
        generator.writeRaw('{');
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator generator) {
        breakLine(generator);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator generator) {
        generator.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator generator) {
        generator.writeRaw(',');
        breakLine(generator);
    }

    @Override
    public void writeEndObject(JsonGenerator generator, int entries) {
        depth--;
        if (entries > 0) {
            breakLine(generator);
        }
        generator.writeRaw('}');
    }

    @Override
    public void writeStartArray(JsonGenerator generator) {
        generator.writeRaw('[');
        depth++;
        // Jackson asks for the break before a nested array only after the nested one was announced.
        inline.set(depth, nextInline);
    }

    @Override
    public void beforeArrayValues(JsonGenerator generator) {
        if (!inline.get(depth)) {
            breakLine(generator);
        }
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator generator) {
        generator.writeRaw(',');
        if (inline.get(depth)) {
            generator.writeRaw(' ');
        } else {
            breakLine(generator);
        }
    }

    @Override
    public void writeEndArray(JsonGenerator generator, int values) {
        boolean onOneLine = inline.get(depth);
        depth--;
        if (!onOneLine && values > 0) {
            breakLine(generator);
        }
        generator.writeRaw(']');
    }

    private void breakLine(JsonGenerator generator) {
        generator.writeRaw('\n');
        for (int level = 0; level < depth; level++) {
            generator.writeRaw(INDENT);
        }
    }
}
