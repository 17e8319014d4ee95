package org.ianawatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ianawatch.diff.Kind;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.ianawatch.registry.Use;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class JsonTest {
    @Test
    void indentsObjectsAndKeepsPlainArraysOnOneLine() throws IOException {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("z", Arrays.asList("text", 1, 2L, 0.5, true, null));
        value.put("at", Instant.parse("2019-12-15T00:00:00Z"));
        value.put("none", List.of());
        value.put("nothing", Map.of());
        value.put("a", List.of(Map.of("key", "value"), Map.of()));
        value.put("rows", List.of(List.of("1", "2"), List.of(), List.of("3")));
        assertEquals(
                """
                {
                  "z": ["text", 1, 2, 0.5, true, null],
                  "at": "2019-12-15T00:00:00Z",
                  "none": [],
                  "nothing": {},
                  "a": [
                    {
                      "key": "value"
                    },
                    {}
                  ],
                  "rows": [
                    ["1", "2"],
                    [],
                    ["3"]
                  ]
                }
                """,
                written(value));
    }

    @Test
    void escapesWhatATerminalWouldObey() throws IOException {
        assertEquals(
                "\"\\u001B[31m \\u009b2J \\u202e \\u007F \\n é 日本 😀\"\n",
                written("\u001b[31m \u009b2J \u202e \u007f \n é 日本 😀"));
    }

    private record State(Span ports, @Nullable Integer blockSize, Optional<String> note, List<Seen> seen) {}

    private record Seen(Instant observedAt, SiteUse siteUse, Map<Kind, Status> status) {}

    @Test
    void writesRecordsByTheirComponents() {
        SiteUse siteUse = new SiteUse(Use.parse("278/tcp"), "lab", Instant.EPOCH);
        Seen seen = new Seen(Instant.EPOCH, siteUse, Map.of(Kind.AMENDED, Status.PRIVATE_USE));
        State state = new State(new Span(272, 279), null, Optional.empty(), List.of(seen));
        assertEquals(
                """
                {'ports':'272-279','block_size':null,'seen':[{'observed_at':'1970-01-01T00:00:00Z',\
                'use':'278/tcp','ports':'278','service':null,'transport':'tcp','note':'lab',\
                'added_at':'1970-01-01T00:00:00Z','status':{'amended':'private-use'}}]}"""
                        .replace('\'', '"'),
                Json.compact(state));
        assertEquals(
                "{\"ports\":\"278\",\"block_size\":1,\"note\":\"free\",\"seen\":[]}",
                Json.compact(new State(Span.of(278), 1, Optional.of("free"), List.of())));
        assertEquals(List.of("ports", "block_size", "note", "seen"), Members.keys(State.class));
    }

    @Property
    void aTextReadsBackAsItWas(@ForAll String text) throws IOException {
        String json = written(text);
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            assertEquals(text, parser.getString());
        }
        assertTrue(json.strip().codePoints().noneMatch(JsonTest::isObeyed), json);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> written(List.of(new StringBuilder())));
        assertEquals(
                "there is no JSON for a java.lang.StringBuilder; make it text, a number, a list, a map or a record",
                refusal.getMessage());
    }

    @Test
    void passesOnTheFailureOfItsTarget() {
        IOException full = new IOException("disk full");
        Writer target = new Writer() {
            @Override
            public void write(char[] characters, int offset, int length) throws IOException {
                throw full;
            }

            @Override
            public void flush() {
                throw new AssertionError("not ours to flush");
            }

            @Override
            public void close() {
                throw new AssertionError("not ours to close");
            }
        };
        assertSame(full, assertThrows(IOException.class, () -> Json.write("text", target)));
    }

    private static boolean isObeyed(int codePoint) {
        return TerminalText.isUnsafe(codePoint)
                && Character.isBmpCodePoint(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE;
    }

    private static String written(Object value) throws IOException {
        StringBuilder out = new StringBuilder();
        Json.write(value, out);
        return out.toString();
    }
}
