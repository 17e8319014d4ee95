package org.ianawatch.cli;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.ianawatch.cli.console.Console;

/**
 * Runs {@code diff} on many pairs of files in one process, since a process for each would take longer than all else. Reads two paths for
 * each, one a line, and writes the JSON of the Nth pair to N.json in a folder; no file where the diff failed.
 */
final class ManyDiffs {
    private ManyDiffs() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        BufferedReader paths = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int number = 0;
        for (String from = paths.readLine(); from != null; from = paths.readLine()) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            int exitCode = diff(from, paths.readLine(), said);
            if (exitCode == 0) {
                Files.write(folder.resolve(number + ".json"), said.toByteArray());
            }
            number++;
        }
    }

    private static int diff(String from, String to, ByteArrayOutputStream said) {
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                Map.of(),
                Clock.systemUTC(),
                false,
                false,
                false);
        return new Program(console).run("diff", from, to, "--rows", "--format", "json");
    }
}
