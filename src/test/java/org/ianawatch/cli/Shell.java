package org.ianawatch.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.ianawatch.cli.console.Console;

/** Runs commands on a home, without a terminal. */
final class Shell {
    private static final Instant NOW = Instant.parse("2026-11-15T06:00:00Z");

    private final Path home;
    private Instant now = NOW;
    private boolean terminal;

    Shell(Path home) {
        this.home = home;
    }

    /** With the two samples in the store. */
    static Shell withSamples(Path home) {
        Shell shell = new Shell(home);
        Ended imported = shell.run("import", "snapshots/samples");
        if (imported.exitCode() != 0) {
            throw new IllegalStateException(imported.error());
        }
        return shell;
    }

    /** With a person at a terminal. */
    Shell atTerminal() {
        Shell shell = new Shell(home);
        shell.terminal = true;
        return shell;
    }

    /** On the same home, at another time. */
    Shell at(Instant time) {
        Shell shell = new Shell(home);
        shell.now = time;
        return shell;
    }

    /** How a command ended. */
    record Ended(int exitCode, String out, String error) {
        List<String> errorLines() {
            return error.lines().toList();
        }
    }

    Ended run(String... arguments) {
        return run(new byte[0], arguments);
    }

    Ended run(byte[] standardInput, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int exitCode = new Program(new Console(
                        new ByteArrayInputStream(standardInput),
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(error, false, StandardCharsets.UTF_8),
                        Map.of("IANAWATCH_HOME", home.toString()),
                        Clock.fixed(now, ZoneOffset.UTC),
                        false,
                        terminal,
                        terminal))
                .run(arguments);
        return new Ended(exitCode, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }
}
