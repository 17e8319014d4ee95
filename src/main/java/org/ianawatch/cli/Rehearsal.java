package org.ianawatch.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.StandardOutput;
import org.ianawatch.fetch.RehearsalServer;

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
    public static void main(String[] arguments) throws InterruptedException {
        Path samples = Path.of(arguments[0]);
        Path newest = samples.resolve("2026-11-08.csv");
        String home = "--home=" + arguments[1];
        Console console = Console.ofProcess(new StandardOutput());
        for (List<String> command : List.of(
                List.of("--version"),
                List.of("demo"),
                List.of("diff", samples.resolve("2026-11-01.csv").toString(), newest.toString(), "--format=json"),
                List.of("import", samples.toString(), home),
                List.of("port", "278", home),
                List.of("search", "ssh", home),
                List.of("history", "278", home),
                List.of("export", "--at=1", home),
                List.of("log", home),
                List.of("status", home),
                List.of("uses", "list", home),
                List.of("sql", "SELECT * FROM snapshot", home))) {
            run(console, command);
        }
        sync(console, newest, home, Path.of(arguments[1]).resolveSibling("server"));
    }

    /** Over TLS, as every real one is: first of a changed file, then of one that the server says is the same. */
    private static void sync(Console console, Path newest, String home, Path folder) throws InterruptedException {
        try (RehearsalServer server = RehearsalServer.serving(changed(newest), folder)) {
            System.setProperty("javax.net.ssl.trustStore", server.authorities().toString());
            for (int time = 0; time < 2; time++) {
                run(console, List.of("sync", "--source=" + server.uri(), home));
            }
        } catch (IOException failed) {
            console.say("there is no sync in the rehearsal: " + failed);
        }
    }

    private static byte[] changed(Path file) throws IOException {
        return Files.readString(file)
                .replace("Foo protocol", "Foo protocol (changed)")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void run(Console console, List<String> command) {
        Main.run(console, command.toArray(new String[0]));
    }
}
