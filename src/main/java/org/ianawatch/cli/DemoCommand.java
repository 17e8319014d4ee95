package org.ianawatch.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.GeneralOptions;

/** {@code ianawatch demo}: the whole job without a network. */
final class DemoCommand {
    private static final List<String> SAMPLES = List.of("/samples/2026-11-01.csv", "/samples/2026-11-08.csv");

    static final Command COMMAND = Command.named("demo", "Show the whole job in a temporary folder, without a network.")
            .group(GeneralOptions.GROUP)
            .example("ianawatch demo")
            .build();

    /** The program that is shown. */
    interface Runner {
        /** Runs one command, and gives its exit code. */
        int run(Console console, String... words);
    }

    private final Console console;
    private final Runner program;

    DemoCommand(Console console, Runner program) {
        this.console = console;
        this.program = program;
    }

    int run() throws IOException {
        Path home = Files.createTempDirectory("ianawatch-demo");
        try (DemoServer server = new DemoServer()) {
            say("Two editions of a small registry, served from this machine; the store is in a temporary folder.");
            server.serve(sample(SAMPLES.get(0)));
            run(home, "sync", "--source", server.url());
            say("A week later, the block 272-279 is no longer whole:");
            server.serve(sample(SAMPLES.get(1)));
            run(home, "sync", "--source", server.url());
            say("Three looks at the result:");
            run(home, "port", "278");
            run(home, "log");
            run(home, "export", "--format", "services", "--at", "latest~1");
            say("'ianawatch sync' does the same with IANA's registry; 'ianawatch --help' lists the commands.");
            return ExitCode.DONE;
        } finally {
            remove(home);
        }
    }

    private void run(Path home, String... arguments) throws IOException {
        console.out().println(console.style().bold("$ ianawatch " + String.join(" ", arguments)));
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--home", home.toString()))
                .toArray(String[]::new);
        int exitCode = program.run(withoutConfiguration(home), all);
        if (exitCode != ExitCode.DONE) {
            throw new IllegalStateException("the demonstration failed with exit code " + exitCode);
        }
        console.out().println();
    }

    /** Whoever is told of IANA's registry is not told of this one. */
    private Console withoutConfiguration(Path home) throws IOException {
        Path empty = home.resolve("config.toml");
        if (!Files.exists(empty)) {
            Files.createFile(empty);
        }
        Map<String, String> environment = new HashMap<>(console.environment());
        environment.put("IANAWATCH_CONFIG", empty.toString());
        return console.with(environment);
    }

    private void say(String sentence) {
        console.out().println(console.style().cyan("# " + sentence));
        console.out().println();
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream in = DemoCommand.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without its sample " + name);
            }
            return in.readAllBytes();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException failed) {
                    throw new UncheckedIOException("cannot remove the demonstration's " + file, failed);
                }
            });
        }
    }
}
