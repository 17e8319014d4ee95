package org.ianawatch.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a run of the program in a process of its own printed, and how it ended.
 *
 * @param exitCode what it told the shell
 * @param output what it printed on standard output
 * @param errors what it printed on standard error
 */
record WholeProcess(int exitCode, String output, String errors) {
    private static final long MINUTES_OF_A_HANG = 10;

    /**
     * Runs the program as the launcher does.
     *
     * @param folder where the outputs are kept meanwhile
     * @param environment variables beside those of this process
     * @param javaOptions options of the JVM
     * @throws IllegalStateException when it does not end
     */
    static WholeProcess run(Path folder, Map<String, String> environment, List<String> javaOptions, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "output", ".txt");
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(MINUTES_OF_A_HANG, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", arguments) + " does not end");
        }
        return new WholeProcess(process.exitValue(), text(output), text(errors));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
