package org.ianawatch.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ianawatch.ports.PortRegistry;

/** Any file is read, or refused with all that is wrong in it. */
public final class ConfigurationFuzz {
    private static final Path FILE = file();

    private ConfigurationFuzz() {}

    /** Takes a configuration file. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Files.write(FILE, input);
            new ConfigurationReader(
                            Map.of("SECRET", "s"), "https://registry.example/ports.csv", PortRegistry.REGISTRY.ranges())
                    .read(FILE);
        } catch (ConfigurationException refused) {
            if (refused.problems().isEmpty()) {
                throw new IllegalStateException("refused without a reason", refused);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("ianawatch-fuzz", ".toml");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
