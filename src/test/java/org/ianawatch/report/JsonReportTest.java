package org.ianawatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class JsonReportTest {
    private static final ReportOptions ROWS = new ReportOptions(false, true, Style.PLAIN, 80, List.of());

    @Test
    void readsBackAsWhatItWasMadeOf() throws IOException {
        ChangeSet changes = Samples.rich();
        Map<?, ?> report = (Map<?, ?>) parsed(Samples.write(new JsonReport(), changes, ROWS));
        assertEquals(List.of("registry", "from", "to", "columns", "changes", "rows"), List.copyOf(report.keySet()));
        List<Object> expected = new ArrayList<>();
        for (Change change : changes.changes()) {
            expected.add(parsed(Json.compact(change)));
        }
        assertEquals(expected, report.get("changes"));
        Map<?, ?> rows = (Map<?, ?>) report.get("rows");
        assertEquals(List.of(changes.removedRows().get(0).values()), rows.get("removed"));
    }

    @Test
    void holdsCosmeticChangesWhateverTheOptions() throws IOException {
        assertTrue(Samples.write(new JsonReport(), Samples.rich(), ReportOptions.DEFAULT)
                .contains("\"cosmetic\": true"));
    }

    @Test
    void holdsRowsOnlyWhenAsked() throws IOException {
        assertFalse(Samples.write(new JsonReport(), Samples.rich(), ReportOptions.DEFAULT)
                .contains("\"rows\""));
    }

    @Test
    void theExampleOfTheDocumentationIsTrue() throws IOException {
        String page = Files.readString(Path.of("docs/json.md"));
        int start = page.indexOf("```json\n") + "```json\n".length();
        String example = page.substring(start, page.indexOf("```", start));
        assertEquals(example, Samples.write(new JsonReport(), Samples.documented(), ROWS));
    }

    @Test
    void theExampleOfAnotherRegistryIsTrue() throws IOException {
        String page = Files.readString(Path.of("docs/json.md"));
        int section = page.indexOf("## Any other registry");
        int start = page.indexOf("```json\n", section) + "```json\n".length();
        String example = page.substring(start, page.indexOf("```", start));
        assertEquals(example, Samples.write(new JsonReport(), RegistrySamples.documented(), ROWS));
    }

    private static Object parsed(String json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            Object value = value(parser);
            assertEquals(null, parser.nextToken());
            return value;
        }
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                    parser.nextToken();
                    object.put(name, value(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                List<Object> array = new ArrayList<>();
                while (!parser.nextToken().isStructEnd()) {
                    array.add(value(parser));
                }
                yield array;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getIntValue();
            case VALUE_TRUE -> true;
            case VALUE_NULL -> null;
            default -> throw new AssertionError(parser.currentToken());
        };
    }
}
