package org.ianawatch.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Another process of the program, for which one file is mounted on another, as containers have it. */
final class BindMount {
    private static final List<List<String>> WAYS =
            List.of(List.of("unshare", "--mount"), List.of("unshare", "--map-root-user", "--mount"));

    private BindMount() {}

    /** Runs a command; where the machine lets nobody mount, the test ends with what the machine says. */
    static Shell.Ended run(Path real, Path mounted, Path home, String... arguments)
            throws IOException, InterruptedException {
        for (List<String> way : WAYS) {
            String mount = "mount --bind '" + real + "' '" + mounted + "'";
            if (run(way, List.of("sh", "-c", mount), home).exitCode() == 0) {
                List<String> command = new ArrayList<>(List.of(
                        "sh",
                        "-c",
                        mount + " && exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName()));
                command.addAll(List.of(arguments));
                return run(way, command, home);
            }
        }
        String why = run(WAYS.get(1), List.of("true"), home).error();
        return Assumptions.abort("left out, since nothing can be mounted here: " + why);
    }

    private static Shell.Ended run(List<String> way, List<String> command, Path home)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(way);
        all.addAll(command);
        Path errors = home.resolveSibling("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(all).redirectError(errors.toFile());
        builder.environment().put("IANAWATCH_HOME", home.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Shell.Ended(process.waitFor(), out, Files.readString(errors));
    }
}
