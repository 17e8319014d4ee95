package org.ianawatch.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {
    @TempDir
    private Path folder;

    @Test
    void theCommandLineComesFirstThenTheVariableThenTheUsersFile() throws IOException {
        Path named = Files.createFile(folder.resolve("named.toml"));
        Path ofVariable = Files.createFile(folder.resolve("variable.toml"));
        Path ofUser = folder.resolve("ianawatch/config.toml");
        Files.createDirectories(ofUser.getParent());
        Files.createFile(ofUser);
        Map<String, String> all =
                Map.of("IANAWATCH_CONFIG", ofVariable.toString(), "XDG_CONFIG_HOME", folder.toString());

        assertEquals(Optional.of(named), ConfigurationFile.find(named, all));
        assertEquals(Optional.of(ofVariable), ConfigurationFile.find(null, all));
        assertEquals(Optional.of(ofUser), ConfigurationFile.find(null, Map.of("XDG_CONFIG_HOME", folder.toString())));
    }

    @Test
    void aFileThatWasNamedMustBeThere() {
        Path missing = folder.resolve("missing.toml");
        assertThrows(NoSuchFileException.class, () -> ConfigurationFile.find(missing, Map.of()));
        assertThrows(
                NoSuchFileException.class,
                () -> ConfigurationFile.find(null, Map.of("IANAWATCH_CONFIG", missing.toString())));
    }

    @Test
    void theUsersFolderIsThatOfXdgOrTheOneInTheHome() {
        Path ofTheMachine = ConfigurationFile.OF_THE_MACHINE;
        assertEquals(
                List.of(Path.of("/x/ianawatch/config.toml"), ofTheMachine),
                ConfigurationFile.places(Map.of("XDG_CONFIG_HOME", "/x", "HOME", "/home/a")));
        assertEquals(
                List.of(Path.of("/home/a/.config/ianawatch/config.toml"), ofTheMachine),
                ConfigurationFile.places(Map.of("XDG_CONFIG_HOME", "relative", "HOME", "/home/a")));
        assertEquals(List.of(ofTheMachine), ConfigurationFile.places(Map.of()));
    }
}
