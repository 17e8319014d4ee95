package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.ianawatch.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration shows, and does nothing else. */
class DemoTest {
    @TempDir
    private Path folder;

    @Test
    void nobodyIsToldOfADemonstration() throws IOException {
        try (EditionServer server = new EditionServer(SessionTest.SAMPLES)) {
            Session session = new Session(folder, server);

            String output =
                    session.run("IANAWATCH_CONFIG=src/test/resources/configurations/failing.toml ianawatch demo");

            assertEquals(ExitCode.DONE, session.exitCode(), output);
            assertTrue(output.contains("278/tcp assigned to foo"), output);
            assertFalse(output.contains("delivery"), output);
            assertEquals(0, server.requests());
        }
    }
}
