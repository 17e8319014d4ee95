package org.ianawatch.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlPosition;

/** What is found while one file is read: its settings, and all that is wrong. */
final class Inspection {
    private final @Nullable Path file;
    private final Map<String, String> environment;
    private final List<Setting> settings = new ArrayList<>();
    private final SortedMap<Integer, List<Problem>> problems = new TreeMap<>();

    Inspection(@Nullable Path file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    Map<String, String> environment() {
        return environment;
    }

    /**
     * A path as the file means it: from the folder that the file is in.
     *
     * @throws IllegalArgumentException when it is none; the message does not repeat it
     */
    Path path(String text) {
        try {
            return file == null ? Path.of(text) : file.resolveSibling(text);
        } catch (InvalidPathException wrong) {
            throw new IllegalArgumentException("this is no path", wrong);
        }
    }

    /** {@code FILE:LINE}. */
    String place(int line) {
        return file + ":" + line;
    }

    void set(String key, @Nullable String value, String from) {
        settings.add(new Setting(key, value, from));
    }

    /** Replaces a setting by one that counts more. */
    void override(String key, String value, String from) {
        settings.replaceAll(setting -> setting.key().equals(key) ? new Setting(key, value, from) : setting);
    }

    void wrong(int line, String message) {
        problems.computeIfAbsent(line, unused -> new ArrayList<>()).add(new Problem(place(line), message));
    }

    List<Setting> settings() {
        return List.copyOf(settings);
    }

    /** Ends the reading of a file in which anything is wrong. */
    void refuse() throws ConfigurationException {
        List<Problem> all = problems.values().stream().flatMap(List::stream).toList();
        if (!all.isEmpty()) {
            throw new ConfigurationException(all);
        }
    }

    static int line(@Nullable TomlPosition position) {
        return position == null ? 1 : position.line();
    }
}
