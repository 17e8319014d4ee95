package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people see, command after command, against files. {@code -Dgolden.update=true} rewrites the files, and fails, so
 * that no build passes by it; read the difference before committing it.
 */
class SessionTest {
    static final List<Path> SAMPLES =
            List.of(Path.of("snapshots/samples/2026-11-01.csv"), Path.of("snapshots/samples/2026-11-08.csv"));

    @TempDir
    private Path folder;

    static List<Path> sessions() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/sessions"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sessions")
    void everyCommandPrintsWhatTheFileSays(Path file) throws IOException {
        List<String> expected = Session.lines(file);
        List<String> actual;
        try (EditionServer server = new EditionServer(SAMPLES)) {
            actual = new Session(folder, server).replay(expected);
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.write(file, actual);
            fail(file + " was rewritten; run again without -Dgolden.update");
        }
        assertEquals(String.join("\n", expected), String.join("\n", actual));
    }
}
