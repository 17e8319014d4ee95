package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JSON of each list says what the store holds. */
class ListJsonTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void make() {
        shell = Shell.withSamples(folder);
    }

    @Test
    void snapshots() {
        assertEquals(List.of("2", "1"), values("snapshot", "log"));
        assertEquals(List.of("2"), values("snapshot", "log", "--limit", "1"));
        assertEquals(List.of(), values("snapshot", "log", "--limit", "0"));
        assertEquals(List.of(), values("snapshot", "log", "--until", "2026-10-31"));
        assertEquals(List.of("2"), values("snapshot", "log", "--since", "2026-11-08"));
    }

    @Test
    void changes() {
        assertEquals(List.of("assigned", "reserved"), values("kind", "log", "--changes"));
        assertEquals(List.of("reserved"), values("kind", "log", "--changes", "--kind", "reserved"));
        assertEquals(List.of("assigned"), values("kind", "log", "--changes", "--limit", "1"));
        assertEquals(List.of(), values("kind", "log", "--changes", "--until", "2026-11-01"));
        assertEquals(List.of(), values("kind", "log", "--changes", "--until", "2026-10-01"));
    }

    @Test
    void quarantine() {
        assertEquals("[]\n", json("quarantine", "list"));
        shell.run("sync", "--source", "src/test/resources/faulty/page.csv");

        assertEquals(List.of("malformed"), values("reason", "quarantine", "list"));
        assertEquals(List.of("waiting"), values("state", "quarantine", "show", "1"));

        shell.run("quarantine", "drop", "1");
        assertEquals("[]\n", json("quarantine", "list"));
        assertEquals(List.of("dropped"), values("state", "quarantine", "list", "--all"));
        assertEquals(List.of("null"), values("file", "quarantine", "list", "--all"));
        assertTrue(shell.run("quarantine", "show", "1").out().contains("removed"));
    }

    @Test
    void deliveries() {
        assertEquals("[]\n", json("deliveries", "list"));
    }

    @Test
    void registrations() {
        assertEquals(List.of("1"), values("snapshot", "export", "--at", "1"));
        assertEquals(30, values("Port Number", "export", "--at", "1").size());
    }

    /** The values of a member, wherever it stands. */
    private List<String> values(String member, String... arguments) {
        return Pattern.compile("\"" + member + "\": \"?([^\",\n]*)")
                .matcher(json(arguments))
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private String json(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--format", "json"));
        Shell.Ended ended = shell.run(all.toArray(String[]::new));
        assertEquals(0, ended.exitCode(), ended.error());
        assertEquals("", ended.error());
        return ended.out();
    }
}
