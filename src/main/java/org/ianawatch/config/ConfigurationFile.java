package org.ianawatch.config;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the configuration is: the file that was named, else the first that exists of those for the user and the machine. */
public final class ConfigurationFile {
    /** The file for all users of a machine. */
    public static final Path OF_THE_MACHINE = Path.of("/etc/ianawatch.toml");

    private static final String VARIABLE = "IANAWATCH_CONFIG";

    private ConfigurationFile() {}

    /**
     * The file, where there is one.
     *
     * @param named the file of the command line, or null
     * @throws NoSuchFileException when a file was named, there or by {@code IANAWATCH_CONFIG}, and does not exist
     */
    public static Optional<Path> find(@Nullable Path named, Map<String, String> environment)
            throws NoSuchFileException {
        String variable = environment.getOrDefault(VARIABLE, "");
        if (named != null) {
            return Optional.of(existing(named, "--config"));
        }
        if (!variable.isEmpty()) {
            return Optional.of(existing(Path.of(variable), VARIABLE));
        }
        return places(environment).stream().filter(Files::exists).findFirst();
    }

    /** The files that are tried when none was named. */
    public static List<Path> places(Map<String, String> environment) {
        List<Path> places = new ArrayList<>();
        String configurations = environment.getOrDefault("XDG_CONFIG_HOME", "");
        String home = environment.getOrDefault("HOME", "");
        // The XDG Base Directory Specification has relative paths ignored.
        if (configurations.startsWith("/")) {
            places.add(Path.of(configurations, "ianawatch", "config.toml"));
        } else if (!home.isEmpty()) {
            places.add(Path.of(home, ".config", "ianawatch", "config.toml"));
        }
        places.add(OF_THE_MACHINE);
        return List.copyOf(places);
    }

    private static Path existing(Path file, String who) throws NoSuchFileException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, who + " names it, and there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw new NoSuchFileException(file.toString(), null, who + " names it, and it is a folder");
        }
        return file;
    }
}
