package org.ianawatch.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Registry;
import org.ianawatch.registry.Sha256;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Use;
import org.ianawatch.registry.Word;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes values as JSON (RFC 8259), indented by two blanks, keys in the order of their map. Characters that a terminal
 * would obey are escaped. Safe for use by many threads.
 */
public final class Json {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().characterEscapes(new JsonEscapes()).build();

    private final JsonGenerator generator;
    private final JsonLayout layout;

    private Json(JsonGenerator generator, JsonLayout layout) {
        this.generator = generator;
        this.layout = layout;
    }

    /**
     * Writes one value and a line end.
     *
     * @param value a {@code Record} (see {@link Members}), {@code Map} with keys that are texts, {@code Collection}, {@code String},
     *     {@code Integer}, {@code Long}, {@code Double}, {@code BigDecimal}, {@code Boolean}, {@code Instant} (as RFC 3339 has it, in
     *     UTC), a value of {@code registry} that is a text, or null, nested at will
     * @param out is neither flushed nor closed
     * @throws IOException when {@code out} throws it
     * @throws IllegalArgumentException when there is a value of another type
     */
    public static void write(@Nullable Object value, Appendable out) throws IOException {
        writeValue(value, out);
        out.append('\n');
    }

    /** As {@link #write}, without the line end. */
    static void writeValue(@Nullable Object value, Appendable out) throws IOException {
        JsonLayout layout = new JsonLayout();
        try (JsonGenerator generator = FACTORY.createGenerator(context(layout), new AppendableWriter(out))) {
            new Json(generator, layout).value(value);
        } catch (JacksonIOException unwritable) {
            throw unwritable.getCause();
        }
    }

    /** The value on one line, without blanks between its parts and without a line end; else as {@link #write}. */
    public static String compact(@Nullable Object value) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            new Json(generator, new JsonLayout()).value(value);
        }
        return out.toString();
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            generator.writeNull();
        } else if (isText(value)) {
            generator.writeString(value instanceof Word word ? word.word() : value.toString());
        } else if (value instanceof Integer number) {
            generator.writeNumber(number);
        } else if (value instanceof Long number) {
            generator.writeNumber(number);
        } else if (value instanceof Double number) {
            generator.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            generator.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (value instanceof Collection<?> several) {
            array(several);
        } else {
            object(Members.of(value));
        }
    }

    private static boolean isText(Object value) {
        return value instanceof String
                || value instanceof Instant
                || value instanceof Word
                || value instanceof Span
                || value instanceof Space
                || value instanceof Use
                || value instanceof Column
                || value instanceof Sha256
                || value instanceof Registry.Id
                || value instanceof Path;
    }

    private void object(Map<?, ?> members) {
        generator.writeStartObject();
        members.forEach((key, value) -> {
            generator.writeName(key instanceof Word word ? word.word() : (String) key);
            value(value);
        });
        generator.writeEndObject();
    }

    private void array(Collection<?> values) {
        layout.nextArray(values.stream()
                .allMatch(value ->
                        value == null || isText(value) || value instanceof Number || value instanceof Boolean));
        generator.writeStartArray();
        values.forEach(this::value);
        generator.writeEndArray();
    }

    private static ObjectWriteContext context(PrettyPrinter layout) {
        return new ObjectWriteContext.Base() {
            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }

            @Override
            public PrettyPrinter getPrettyPrinter() {
                return layout;
            }
        };
    }

    /** Passes on what Jackson writes, but neither its flushing nor its closing. */
    private static final class AppendableWriter extends Writer {
        private final Appendable out;

        AppendableWriter(Appendable out) {
            this.out = out;
        }

        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            out.append(new String(characters, offset, length));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
