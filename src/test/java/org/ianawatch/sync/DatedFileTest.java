package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates in the names of files. */
class DatedFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "2016-01-01.csv, 2016-01-01T00:00:00Z",
        "20160101.csv, 2016-01-01T00:00:00Z",
        "x-20160101.csv, 2016-01-01T00:00:00Z",
        "service-names-port-numbers-20160229.csv, 2016-02-29T00:00:00Z",
        "ports_2016-12-31.csv, 2016-12-31T00:00:00Z",
        "2021-08-12T170509Z.csv, 2021-08-12T17:05:09Z",
        "2021-08-12T17:05:09Z.csv, 2021-08-12T17:05:09Z",
        "v2-20210812T235959Z.csv, 2021-08-12T23:59:59Z"
    })
    void theNameHasTheTime(String name, Instant expected) {
        assertEquals(expected, DatedFile.of(Path.of("some", "folder", name)).date());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ports.csv",
                "2016-01.csv",
                "2016-01-01.txt",
                "2016-01-01-final.csv",
                "2016-02-30.csv",
                "2016-13-01.csv",
                "120160101.csv",
                "2021-08-12T170509.csv",
                "2021-08-12T250000Z.csv"
            })
    void aNameWithoutATimeIsRefused(String name) {
        var refused = assertThrows(IllegalArgumentException.class, () -> DatedFile.of(Path.of(name)));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("the name of " + name + " has no date: "));
    }

    /** A pipe that nobody writes into would never end. */
    @Test
    void whatIsNoFileIsPassedOver() throws Exception {
        write(folder, "2016-01-01.csv");
        Files.createDirectory(folder.resolve("2016-01-02.csv"));
        Path pipe = folder.resolve("2016-01-03.csv");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());

        assertEquals(
                List.of(folder.resolve("2016-01-01.csv")),
                DatedFile.inDateOrder(List.of(folder)).stream()
                        .map(DatedFile::path)
                        .toList());
    }

    @Test
    void filesAndFoldersComeInDateOrder() throws Exception {
        Path inner = Files.createDirectories(folder.resolve("inner"));
        write(inner, "2016-03-01.csv");
        write(inner, "2016-01-01.csv");
        write(inner, "notes.txt");
        write(inner, "._2016-01-01.csv");
        write(inner, ".2016-02-01.csv");
        Files.createDirectories(inner.resolve("2016-05-01.csv"));
        Path alone = write(folder, "ports-20160201.csv");

        List<DatedFile> files = DatedFile.inDateOrder(List.of(alone, inner));

        assertEquals(
                List.of("2016-01-01.csv", "ports-20160201.csv", "2016-03-01.csv"),
                files.stream().map(file -> file.path().getFileName().toString()).toList());
    }

    @Test
    void oneFileWithoutADateInAFolderIsRefused() throws Exception {
        write(folder, "2016-01-01.csv");
        write(folder, "other.csv");

        assertRefused("other.csv has no date", folder);
    }

    @Test
    void aFolderWithoutFilesIsRefused() {
        assertRefused("there is no file directly in " + folder, folder);
    }

    @Test
    void aFileThatBeginsWithADotIsTakenWhereItIsNamed() throws Exception {
        Path hidden = write(folder, ".2016-01-01.csv");

        assertEquals(hidden, DatedFile.inDateOrder(List.of(hidden)).get(0).path());
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertRefused("there is no file or folder", folder.resolve("2016-01-01.csv"));
    }

    @Test
    void twoFilesOfOneDateAreRefused() throws Exception {
        Path one = write(folder, "2016-01-01.csv");
        Path other = write(folder, "ports-20160101.csv");

        assertRefused(one + " and " + other + " have the same date, 2016-01-01T00:00:00Z: import one of them", folder);
    }

    private static void assertRefused(String expected, Path path) {
        var refused = assertThrows(IllegalArgumentException.class, () -> DatedFile.inDateOrder(List.of(path)));
        assertTrue(String.valueOf(refused.getMessage()).contains(expected), refused.getMessage());
    }

    private static Path write(Path folder, String name) throws Exception {
        return Files.writeString(folder.resolve(name), name);
    }
}
