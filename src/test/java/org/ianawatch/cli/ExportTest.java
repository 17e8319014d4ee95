package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ianawatch.csv.CsvReader;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Snapshots for other programs, and where they are written. */
class ExportTest {
    private static final Path FIRST = Path.of("snapshots/samples/2026-11-01.csv");
    private static final Path SECOND = Path.of("snapshots/samples/2026-11-08.csv");

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void make() {
        shell = Shell.withSamples(folder.resolve("home"));
    }

    @ParameterizedTest
    @CsvSource({
        "latest, 08",
        "latest~1, 01",
        "1, 01",
        "2026-11-01, 01",
        "2026-11-07, 01",
        "2026-11-08, 08",
        "2030-01-01, 08"
    })
    void theFileOfAnyDateComesBack(String at, String day) throws Exception {
        Shell.Ended ended = shell.run("export", "--at", at);

        assertEquals(Files.readString(Path.of("snapshots/samples/2026-11-" + day + ".csv")), ended.out());
    }

    @Test
    void theStoreIsNotWrittenOver() throws Exception {
        Path home = folder.resolve("home");
        Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("ianawatch.mv.db"));
        Path refused = Files.createDirectories(home.resolve("quarantine")).resolve("1.csv");
        Files.writeString(refused, "refused");
        for (Path own : List.of(
                home.resolve("ianawatch.mv.db"),
                home.resolve("ianawatch.crc32"),
                home.resolve("writer.lock"),
                link,
                refused)) {
            byte[] before = Files.readAllBytes(own);
            Shell.Ended ended = new Shell.Ended(
                    2, "", "ianawatch: " + own + " belongs to the store in " + home + ": name another file\n");

            assertEquals(ended, shell.run("export", "-o", own.toString()));
            assertEquals(ended, shell.run("backup", own.toString()));
            assertArrayEquals(before, Files.readAllBytes(own));
        }
    }

    /** By the syntax of services(5): a name, blanks, port/protocol, aliases, and a comment from a hash on. */
    @Test
    void servicesCanBeReadBack() throws Exception {
        TreeMap<String, Set<String>> found = new TreeMap<>();
        for (String line : shell.run("export", "--format", "services").out().split("\n", -1)) {
            List<String> fields = Arrays.stream(line.split("#", 2)[0].strip().split("\\s+"))
                    .filter(field -> !field.isEmpty())
                    .toList();
            if (!fields.isEmpty()) {
                Set<String> names = found.computeIfAbsent(fields.get(1), unused -> new TreeSet<>());
                names.add(fields.get(0));
                names.addAll(fields.subList(2, fields.size()));
            }
        }

        assertEquals(named(), found);
    }

    /** By nmap's syntax: name, port/protocol, frequency and comment, separated by tabs. */
    @Test
    void nmapServicesCanBeReadBack() throws Exception {
        Map<String, Set<String>> expected = named();
        expected.keySet().removeIf(port -> port.endsWith("/dccp"));
        Set<String> ports = new TreeSet<>();
        for (String line :
                shell.run("export", "--format", "nmap-services").out().split("\n", -1)) {
            if (!line.startsWith("#") && !line.isEmpty()) {
                String[] fields = line.split("\t", -1);
                assertTrue(expected.getOrDefault(fields[1], Set.of()).contains(fields[0]), line);
                assertEquals("0.000000", fields[2]);
                assertTrue(fields[3].isEmpty() || fields[3].startsWith("# "), line);
                assertTrue(ports.add(fields[1]), line);
            }
        }

        assertEquals(expected.keySet(), ports);
    }

    @Test
    void aNewFileHasTheRightsOfNewFiles() throws Exception {
        Path plain = Files.writeString(folder.resolve("plain"), "");
        Path output = folder.resolve("services");

        assertEquals(new Shell.Ended(0, "", ""), shell.run("export", "--output", output.toString()));

        assertEquals(Files.readString(SECOND), Files.readString(output));
        assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(output));
    }

    @Test
    void aFileThatIsReplacedKeepsItsRightsAndTheLinkToIt() throws Exception {
        Path output = Files.writeString(folder.resolve("services"), "old");
        Files.setPosixFilePermissions(output, PosixFilePermissions.fromString("rw-r--r-x"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), output);

        shell.run("export", "--at", "1", "--output", link.toString());

        assertTrue(Files.isSymbolicLink(link));
        assertEquals(Files.readString(FIRST), Files.readString(output));
        assertEquals("rw-r--r-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(output)));
        assertNothingIsLeft("home", "link", "services");
    }

    /** A link to a file that is yet to be, as {@code >} of a shell has it. */
    @Test
    void aLinkToNoFileMakesIt() throws Exception {
        Path output = folder.resolve("services");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("services"));

        assertEquals(new Shell.Ended(0, "", ""), shell.run("export", "--output", link.toString()));

        assertTrue(Files.isSymbolicLink(link));
        assertEquals(Files.readString(SECOND), Files.readString(output));
    }

    @Test
    void aFileThatIsMountedByItselfIsWrittenInPlaceAndThatIsSaid() throws Exception {
        Path real = Files.writeString(folder.resolve("real"), "x".repeat(1_000_000));
        Path mounted = Files.writeString(folder.resolve("mounted"), "below");

        Shell.Ended ended = BindMount.run(
                real, mounted, folder.resolve("home"), "export", "--at", "1", "--output", mounted.toString());

        assertEquals(0, ended.exitCode(), ended.error());
        assertTrue(
                ended.error()
                        .startsWith("ianawatch: " + mounted + " was written in place, since it cannot be replaced ("),
                ended.error());
        assertEquals(1, ended.errorLines().size());
        assertEquals(Files.readString(FIRST), Files.readString(real));
        assertEquals("below", Files.readString(mounted));
        assertNothingIsLeft("errors.txt", "home", "mounted", "real");
    }

    @Test
    void aFeedThatIsMountedByItselfIsWrittenInPlaceAndThatIsSaidOnce() throws Exception {
        Path real = folder.resolve("real");
        Path configuration = Files.writeString(
                folder.resolve("config.toml"),
                "[channels.feed]\ntype = \"atom\"\nfile = \"feed.atom\"\nurl = \"https://www.example.org/feed.atom\"\n");
        String[] command = {"alerts", "try", "feed", "--config", configuration.toString()};
        assertEquals(new Shell.Ended(0, "Delivered by feed.\n", ""), shell.run(command));
        Path feed = folder.resolve("feed.atom");
        Files.copy(feed, real);

        Shell.Ended ended = BindMount.run(real, feed, folder.resolve("home"), command);

        assertEquals(0, ended.exitCode(), ended.error());
        assertEquals("Delivered by feed.\n", ended.out());
        assertEquals(1, ended.errorLines().size(), ended.error());
        assertTrue(ended.error().contains("feed.atom was written in place"), ended.error());
        assertEquals(3, Files.readString(real).split("<entry>", -1).length);
    }

    /** Beside a name of the greatest length nothing can be made, as in a folder that may not be written. */
    @Test
    void aFileBesideWhichNothingCanBeMadeIsWrittenInPlace() throws Exception {
        Path output = folder.resolve("x".repeat(255));
        Shell.Ended absent = shell.run("export", "--output", output.toString());
        assertEquals(3, absent.exitCode(), absent.error());
        Files.writeString(output, "old");

        Shell.Ended ended = shell.run("export", "--output", output.toString());

        assertEquals(0, ended.exitCode(), ended.error());
        assertTrue(ended.error().contains(" was written in place, since it cannot be replaced ("), ended.error());
        assertEquals(Files.readString(SECOND), Files.readString(output));
    }

    @Test
    void aPipeIsWrittenTo() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();

        shell.run("export", "--output", pipe.toString());

        assertEquals(
                Files.readString(SECOND), new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertTrue(Files.exists(pipe) && !Files.isRegularFile(pipe));
    }

    private void assertNothingIsLeft(String... names) throws Exception {
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of(names),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    /** The names of each port and transport, as the published file has them. */
    private static Map<String, Set<String>> named() throws Exception {
        Map<String, Set<String>> named = new TreeMap<>();
        for (Entry row : new CsvReader(PortRegistry.ROLES)
                .read(Files.readAllBytes(SECOND))
                .snapshot("", "")
                .entries()) {
            if (row.span() != null
                    && row.status() == Status.ASSIGNED
                    && !row.name().isEmpty()) {
                for (int port = row.span().low(); port <= row.span().high(); port++) {
                    for (var transport : row.spaces()) {
                        named.computeIfAbsent(port + "/" + transport.name(), unused -> new TreeSet<>())
                                .add(row.name());
                    }
                }
            }
        }
        return named;
    }
}
