package org.ianawatch.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A program of this machine that ran to its end.
 *
 * @param output both outputs, as they came
 */
public record Tool(int exitCode, String output) {
    /** Leaves the test out where there is no such program. */
    public static void assumeInstalled(String name) {
        boolean isThere = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        assumeTrue(isThere, name + " is not installed");
    }

    public static Tool run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Tool(process.waitFor(), output);
    }

    public static Tool run(String... command) throws IOException, InterruptedException {
        return run(Map.of(), command);
    }
}
