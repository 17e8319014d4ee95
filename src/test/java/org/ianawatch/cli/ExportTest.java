package org.ianawatch.cli;

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
import org.ianawatch.registry.Registration;
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
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of("home", "link", "services"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
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

    /** The names of each port and transport, as the published file has them. */
    private static Map<String, Set<String>> named() throws Exception {
        Map<String, Set<String>> named = new TreeMap<>();
        for (Registration row : new CsvReader()
                .read(Files.readAllBytes(SECOND))
                .snapshot("", "")
                .registrations()) {
            if (row.ports() != null
                    && row.status() == Status.ASSIGNED
                    && !row.service().isEmpty()) {
                for (int port = row.ports().low(); port <= row.ports().high(); port++) {
                    for (var transport : row.transports()) {
                        named.computeIfAbsent(port + "/" + transport.name(), unused -> new TreeSet<>())
                                .add(row.service());
                    }
                }
            }
        }
        return named;
    }
}
