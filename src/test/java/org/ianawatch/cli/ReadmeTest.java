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
import java.util.stream.Stream;
import org.ianawatch.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README is true: each command line in it runs, and prints what it says. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("`(?:bin/)?(ianawatch [^`$]+)`");
    /** It is what runs this test. */
    private static final String ITSELF = "$ mvn verify";

    @TempDir
    private Path folder;

    @Test
    void everySessionPrintsWhatItSays() throws IOException {
        List<String> expected = new ArrayList<>();
        for (String block : blocks("console")) {
            block.lines().filter(line -> !line.equals(ITSELF)).forEach(expected::add);
        }
        try (EditionServer server = new EditionServer(SessionTest.SAMPLES)) {
            List<String> actual = new Session(folder, server).replay(expected);
            assertEquals(String.join("\n", expected), String.join("\n", actual));
        }
        assertTrue(expected.size() > 40, "the README shows sessions");
    }

    @Test
    void theLinesForCronAndSystemdRun() throws IOException {
        String crontab = String.join("", blocks("crontab"));
        assertTrue(Files.readString(Path.of("packaging/ianawatch.crontab")).endsWith("\n" + crontab), crontab);
        String service = Files.readString(Path.of("packaging/ianawatch.service"));
        List<String> commands = Stream.of(crontab, service)
                .flatMap(String::lines)
                .filter(line -> line.contains("bin/ianawatch"))
                .map(line -> line.substring(line.indexOf("/opt/")))
                .toList();
        assertEquals(2, commands.size());
        for (String command : commands) {
            assertDone(command);
        }
    }

    @Test
    void theCommandsWithinTheTextRun() throws IOException {
        Matcher matcher = INLINE.matcher(Files.readString(README));
        int found = 0;
        while (matcher.find()) {
            assertDone(matcher.group(1));
            found++;
        }
        assertEquals(3, found);
    }

    @Test
    void theTestCommandIsTheOneOfTheBuild() throws IOException {
        assertTrue(Files.readString(README).contains(ITSELF + "\n"));
        assertTrue(Files.readString(Path.of(".ci/run")).contains("\nbuild verify\n"));
        assertTrue(Files.readString(Path.of(".ci/checks/running.bash")).contains("mvn -B -ntp \"$@\""));
    }

    private void assertDone(String command) throws IOException {
        try (EditionServer server = new EditionServer(SessionTest.SAMPLES)) {
            Session session = new Session(folder, server);
            String output = session.run(command);
            assertEquals(ExitCode.DONE, session.exitCode(), () -> command + " printed " + output);
        }
    }

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(Files.readString(README));
        while (matcher.find()) {
            if (matcher.group(1).matches(language)) {
                blocks.add(matcher.group(2));
            }
        }
        return blocks;
    }
}
