package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.cli.console.Console;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which answers a real pager, here one that writes a file, is given. */
class PagedTest {
    private static final String WITHOUT_COLOUR = "--color=never";

    @TempDir
    private Path folder;

    private Path paged;

    @BeforeEach
    void make() {
        Shell.withSamples(folder);
        paged = folder.resolve("paged");
    }

    @Test
    void longAnswersAndHelpGoToThePager() throws Exception {
        for (List<String> command : List.of(List.of("log"), List.of("port", "278"), List.of("uses", "list"))) {
            String expected = run(Map.of("PAGER", "cat"), true, command);

            assertEquals("", run(pager(), true, command), command::toString);
            assertEquals(expected, Files.readString(paged), command::toString);
        }
        assertEquals("", run(pager(), true, List.of("help", "log")));
        assertTrue(Files.readString(paged).contains("Usage: ianawatch log"));
    }

    @Test
    void otherAnswersDoNot() throws Exception {
        assertFalse(run(pager(), false, List.of("log")).isEmpty());
        assertFalse(run(pager(), true, List.of("log", "--no-pager")).isEmpty());
        assertFalse(run(pager(), true, List.of("--no-pager", "log")).isEmpty());
        assertFalse(run(pager(), true, List.of("version")).isEmpty());
        assertFalse(
                run(pager(), true, List.of("export", "--format", "services")).isEmpty());
        assertFalse(Files.exists(paged));
    }

    private Map<String, String> pager() {
        return Map.of("PAGER", "cat > '" + paged + "'");
    }

    private String run(Map<String, String> environment, boolean isTerminal, List<String> command) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("TERM", "xterm");
        all.put("IANAWATCH_HOME", folder.toString());
        all.put("HOST_PROC", folder.resolve("proc").toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream()),
                all,
                Clock.fixed(Instant.parse("2026-11-15T06:00:00Z"), ZoneOffset.UTC),
                false,
                isTerminal,
                false);
        List<String> words = new ArrayList<>(command);
        words.add(WITHOUT_COLOUR);
        assertEquals(0, new Program(console).run(words.toArray(String[]::new)));
        return out.toString(StandardCharsets.UTF_8);
    }
}
