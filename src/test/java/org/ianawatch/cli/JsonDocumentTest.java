package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands in {@code docs/json.md} print what it says, of the history in the samples. */
class JsonDocumentTest {
    private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void everyCommandPrintsWhatThePageSays() throws IOException {
        List<String> expected = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(Files.readString(Path.of("docs/json.md")));
        while (matcher.find()) {
            matcher.group(1).lines().forEach(expected::add);
        }
        assertTrue(expected.size() > 20, "the page shows sessions");
        try (EditionServer server = new EditionServer(SessionTest.SAMPLES)) {
            Session session = new Session(folder, server);
            session.replay(List.of("# a week later"));
            session.run("ianawatch import --quiet src/test/resources/editions snapshots/samples");
            assertEquals(String.join("\n", expected), String.join("\n", session.replay(expected)));
        }
    }
}
