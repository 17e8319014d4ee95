package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ianawatch.registry.Sha256;

/**
 * A home with its backups of both forms, and what must be true when another backup is refused there.
 *
 * @param file where that other one is
 */
record RestoreTrial(Path home, Path portable, Path plain, Path file, Shell shell) {
    static RestoreTrial in(Path folder) throws IOException {
        Path home = folder.resolve("home");
        Shell shell = Shell.withSamples(home);
        Path page = Files.writeString(folder.resolve("page.csv"), "<html>\n");
        shell.run("sync", "--source", page.toString());
        assertEquals(0, shell.run("uses", "add", "22/tcp").exitCode());
        Path portable = folder.resolve("portable.zip");
        Path plain = folder.resolve("plain.zip");
        assertEquals(0, shell.run("backup", "--portable", portable.toString()).exitCode());
        assertEquals(0, shell.run("backup", plain.toString()).exitCode());
        return new RestoreTrial(home, portable, plain, folder.resolve("changed.zip"), shell);
    }

    void assertRefused(String name, String reason) throws IOException {
        Map<String, String> before = files(home);
        Shell.Ended refused = shell.run("restore", "--replace", file.toString());

        assertEquals(3, refused.exitCode(), refused.error());
        assertEquals("", refused.out(), name);
        assertTrue(refused.error().startsWith("ianawatch: cannot restore " + file + ": "), refused.error());
        assertTrue(refused.error().endsWith("\n") && refused.errorLines().size() == 1, refused.error());
        assertTrue(refused.error().contains(reason), refused.error());
        assertFalse(refused.error().contains("enum") || refused.error().contains("CONSTRAINT"), refused.error());
        assertFalse(refused.error().contains("INSERT") || refused.error().contains("restoring"), refused.error());
        assertEquals(before, files(home), name);
    }

    /** All files by their paths, with a hash of what they have. */
    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(path -> !path.equals(folder)).toList()) {
                boolean isFile = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
                files.put(
                        folder.relativize(path).toString(),
                        isFile ? Sha256.of(Files.readAllBytes(path)).digits() : "");
            }
        }
        return files;
    }
}
