package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.report.JsonReader;
import org.ianawatch.watch.Board;
import org.ianawatch.watch.HealthPage;
import org.ianawatch.watch.Standing;
import org.ianawatch.watch.StandingJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/watch.md} says of the command and of {@code /health} is so. */
class WatchDocumentTest {
    private static final Pattern COMMAND = Pattern.compile("ianawatch (watch --.*?)(?:`|$)", Pattern.MULTILINE);
    private static final Pattern KEY = Pattern.compile("^\\| `([a-z_]+)` \\| (?:boolean|string)", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    @Test
    void theCommandsCanBeGiven() throws IOException {
        List<String> commands = new ArrayList<>(found("docs/watch.md", COMMAND));
        assertEquals(2, commands.size(), commands::toString);
        commands.addAll(found("packaging/ianawatch-watch.service", COMMAND));
        assertEquals(3, commands.size(), commands::toString);
        for (String command : commands) {
            Shell.Ended ended = new Shell(folder).run((command + " --help").split(" ", -1));
            assertEquals(ExitCode.DONE, ended.exitCode(), command + ended.error());
        }
    }

    @Test
    void theKeysOfHealthAreThoseOfTheStatusAndTheOnesThatAreDescribed() throws IOException {
        Clock clock = Clock.systemUTC();
        byte[] body = new HealthPage(new Board(), clock, Duration.ofHours(1))
                .answer(null)
                .body();
        Set<String> keys = new TreeSet<>();
        ((Map<?, ?>) JsonReader.read(new String(body, StandardCharsets.UTF_8)))
                .keySet()
                .forEach(key -> keys.add((String) key));

        Set<String> expected = new TreeSet<>(
                StandingJson.of(Standing.NONE, clock.instant(), null).keySet());
        List<String> described = found("docs/watch.md", KEY);
        assertEquals(3, described.size(), described::toString);
        assertTrue(expected.addAll(described), described::toString);
        assertEquals(expected, keys);
    }

    private static List<String> found(String file, Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(Path.of(file)))
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toList());
    }
}
