package org.ianawatch.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * Does once what most commands do, so that a JVM can keep what it loaded for them (class data sharing, JEP 310). The launcher
 * calls it, once for each build.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /**
     * Runs the commands, and prints what they print. How they end is of no account.
     *
     * @param arguments the folder of two sample files, and a home that is not there yet
     */
    public static void main(String[] arguments) {
        Path samples = Path.of(arguments[0]);
        String home = "--home=" + arguments[1];
        Console console = Console.ofProcess(new StandardOutput());
        for (List<String> command : List.of(
                List.of("--version"),
                List.of("demo"),
                List.of(
                        "diff",
                        samples.resolve("2026-11-01.csv").toString(),
                        samples.resolve("2026-11-08.csv").toString(),
                        "--format=json"),
                List.of("import", samples.toString(), home),
                List.of("port", "278", home),
                List.of("search", "ssh", home),
                List.of("history", "278", home),
                List.of("export", "--at=1", home),
                List.of("log", home),
                List.of("status", home),
                List.of("uses", "list", home),
                List.of("sql", "SELECT * FROM snapshot", home))) {
            Main.run(console, command.toArray(new String[0]));
        }
    }
}
