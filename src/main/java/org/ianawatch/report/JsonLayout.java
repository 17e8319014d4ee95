package org.ianawatch.report;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/** Two blanks a level, as jq does it; but an array of plain values stands on one line. Not thread safe. */
final class JsonLayout implements PrettyPrinter {
    private static final String INDENT = "  ";

    private int depth;
    private boolean inline;

    /** Whether the array that comes next, which holds neither objects nor arrays, stands on one line. */
    void inline(boolean wanted) {
        inline = wanted;
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
    }

    @Override
    public void beforeArrayValues(JsonGenerator generator) {
        if (!inline) {
            breakLine(generator);
        }
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator generator) {
        generator.writeRaw(',');
        if (inline) {
            generator.writeRaw(' ');
        } else {
            breakLine(generator);
        }
    }

    @Override
    public void writeEndArray(JsonGenerator generator, int values) {
        depth--;
        if (!inline && values > 0) {
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
