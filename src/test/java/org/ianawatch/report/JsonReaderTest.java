package org.ianawatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    @Test
    void readsEveryKindOfValue() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("z", Arrays.asList("té\nxt", 1, 3_000_000_000L, -0.5, true, false, null));
        value.put("a", Map.of());
        value.put("none", List.of(List.of()));
        assertEquals(value, JsonReader.read(Json.compact(value)));
        assertEquals(
                List.of("z", "a", "none"), List.copyOf(((Map<?, ?>) JsonReader.read(Json.compact(value))).keySet()));
    }

    @Test
    void whatIsCompactStandsOnOneLine() {
        assertEquals(
                "{\"a\":[{\"b\":\"\\u202e \\n\"},2]}", Json.compact(Map.of("a", List.of(Map.of("b", "\u202e \n"), 2))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "[1", "nul", "{\"a\":1,\"a\":2}", "1 2", "{} []", "'a'", "9223372036854775808"})
    void refusesWhatIsNotOneValue(String text) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> JsonReader.read(text));
        assertTrue(refused.getMessage().matches("(no JSON: |there is more|the number ).+"), refused.getMessage());
    }
}
