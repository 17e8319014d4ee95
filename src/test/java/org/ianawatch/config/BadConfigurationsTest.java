package org.ianawatch.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ianawatch.ports.PortRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong is said, all of it, with its line. */
class BadConfigurationsTest {
    private static final String HIDDEN = "hunter2";
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "SECRET", HIDDEN + " " + HIDDEN,
            "ADDRESS", "https://example.org/" + HIDDEN,
            "SHORT_KEY", "whsec_aHVudGVyMg==");

    @TempDir
    private Path folder;

    static Stream<String> cases() throws IOException {
        return Stream.of(Files.readString(Path.of("src/test/resources/configurations/bad.txt"))
                        .split("(?m)^# ", -1))
                .filter(text -> !text.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyProblemIsNamed(String text) throws IOException {
        List<String> lines = text.lines().skip(1).toList();
        String toml = lines.stream().filter(line -> !line.startsWith("=> ")).collect(Collectors.joining("\n"));
        String expected = lines.stream()
                .filter(line -> line.startsWith("=> "))
                .map(line -> "FILE:" + line.substring("=> ".length()))
                .collect(Collectors.joining("\n"));
        assertFalse(expected.isEmpty(), text);
        Path file = Files.writeString(folder.resolve("config.toml"), toml);
        Files.writeString(folder.resolve("empty.txt"), "\n");
        Files.writeString(folder.resolve("secret.txt"), HIDDEN + " " + HIDDEN + "\n");
        Files.writeString(folder.resolve("address.txt"), "https://example.org/" + HIDDEN + "\n");

        assertEquals(expected, String.join("\n", problems(file)));
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Path file = Files.write(folder.resolve("config.toml"), new byte[] {'#', (byte) 0xE9, '\n'});
        assertEquals(List.of("FILE:1: this is no text: it is not UTF-8; save it as UTF-8"), problems(file));
    }

    @Test
    void aSecretIsNoLongFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("config.toml"), "[channels.a]\ntype = \"slack\"\nurl_file = \"long.txt\"\n");
        Files.write(folder.resolve("long.txt"), new byte[100_000]);
        assertEquals(
                List.of("FILE:3: 'url_file' in [channels.a]: the file is too long to be a secret"), problems(file));
    }

    private static List<String> problems(Path file) {
        ConfigurationException refused = assertThrows(
                ConfigurationException.class,
                () -> new ConfigurationReader(ENVIRONMENT, "standard.csv", PortRegistry.REGISTRY.ranges()).read(file));
        return refused.problems().stream()
                .map(problem -> problem.toString().replace(file.toString(), "FILE"))
                .toList();
    }
}
