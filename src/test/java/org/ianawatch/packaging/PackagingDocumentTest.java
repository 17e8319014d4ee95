package org.ianawatch.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ianawatch.config.ConfigurationReader;
import org.ianawatch.ports.PortRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What packaging/README.md shows can be used as it stands. */
class PackagingDocumentTest {
    private static final Path DOCUMENT = Units.FOLDER.resolve("README.md");
    private static final Pattern CREDENTIAL = Pattern.compile("LoadCredential=([^:]+):(/\\S+)");
    private static final Pattern FILE_KEY = Pattern.compile("_file = \"\\$\\{CREDENTIALS_DIRECTORY}/([^\"]+)\"");

    @TempDir
    private Path folder;

    @Test
    void everyFileIsNamed() throws IOException {
        try (Stream<Path> files = Files.list(Units.FOLDER)) {
            String text = Files.readString(DOCUMENT);
            files.filter(file -> !file.equals(DOCUMENT))
                    .forEach(file -> assertTrue(text.contains("`" + file.getFileName() + "`"), file.toString()));
        }
    }

    @Test
    void systemdTakesTheDropIns() throws Exception {
        Tool.assumeInstalled("systemd-analyze");
        Units.installHere(folder);
        Path dropIns = Files.createDirectory(folder.resolve(Units.SYNC + ".d"));
        List<String> blocks = blocks("ini");
        for (int index = 0; index < blocks.size(); index++) {
            Files.writeString(dropIns.resolve(index + ".conf"), blocks.get(index));
        }
        Files.writeString(folder.resolve("tell-root@.service"), "[Service]\nExecStart=true\n");

        assertEquals(3, blocks.size());
        assertEquals(
                new Tool(0, ""),
                Tool.run("systemd-analyze", "verify", folder.resolve(Units.SYNC).toString()));
    }

    @Test
    void theConfigurationFindsEveryCredential() throws Exception {
        String units = String.join("", blocks("ini"));
        String toml = String.join("", blocks("toml"));
        Set<String> loaded =
                CREDENTIAL.matcher(units).results().map(name -> name.group(1)).collect(Collectors.toSet());
        Set<String> read =
                FILE_KEY.matcher(toml).results().map(name -> name.group(1)).collect(Collectors.toSet());
        assertEquals(2, loaded.size());
        assertEquals(loaded, read);
        // 'config check' by hand looks into the folder of the files themselves, so that they have the credentials'
        // names.
        CREDENTIAL
                .matcher(units)
                .results()
                .forEach(name -> assertTrue(name.group(2).endsWith("/ianawatch.secrets/" + name.group(1))));
        assertReadable(toml, loaded);
    }

    private void assertReadable(String toml, Set<String> secrets) throws Exception {
        for (String secret : secrets) {
            Files.writeString(folder.resolve(secret), "https://hooks.example.org/secret\n");
        }
        Path file = Files.writeString(folder.resolve("ianawatch.toml"), toml);
        var reader = new ConfigurationReader(
                Map.of("CREDENTIALS_DIRECTORY", folder.toString()),
                "https://example.org",
                PortRegistry.REGISTRY.ranges());

        assertEquals(2, reader.read(file).channels().size());
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
