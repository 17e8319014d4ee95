package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A backup that somebody made up is refused, and changes nothing. */
class RestoreTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final String ESCAPE = "\u001b[31m";

    @TempDir
    private static Path folder;

    private static RestoreTrial trial;
    private static Path home;
    private static Path portable;
    private static Path plain;
    private static Shell shell;

    private static Path file;

    @BeforeAll
    static void fill() throws IOException {
        trial = RestoreTrial.in(folder);
        home = trial.home();
        portable = trial.portable();
        plain = trial.plain();
        shell = trial.shell();
        file = trial.file();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                // The archive.
                change("cut off", made -> made.cut(60), "it is cut off, or no backup"),
                change(
                        "an entry that no backup has",
                        made -> made.put("notes.txt", "x"),
                        "the entry 'notes.txt', which no"),
                change(
                        "out of the home",
                        made -> made.put("../evil.csv", "x"),
                        "the entry '../evil.csv', which no backup"),
                change(
                        "absolute",
                        made -> made.put("/tmp/evil.csv", "x"),
                        "the entry '/tmp/evil.csv', which no backup"),
                change(
                        "out of the quarantine",
                        made -> made.put("quarantine/../../1-aaaaaaaaaaaa.csv", "x"),
                        "the entry 'quarantine/../../1-aaaaaaaaaaaa.csv', which no backup"),
                change(
                        "a table of others",
                        made -> made.put("tables/row_version.csv", "x"),
                        "'tables/row_version.csv'"),
                change(
                        "a database beside",
                        made -> made.put("ianawatch.mv.db", "x"),
                        "the entry 'ianawatch.mv.db', which"),
                change(
                        "two of a name",
                        made -> made.put("tables/troublf.csv", "x").rename("tables/troublf.csv", "tables/trouble.csv"),
                        "it has two entries 'tables/trouble.csv'"),
                change("a table is missing", made -> made.remove("tables/trouble.csv"), "no tables/trouble.csv in it"),
                change("no list of snapshots", made -> made.remove("snapshots.csv"), "there is no snapshots.csv in it"),
                change(
                        "larger than it says",
                        made -> made.lieAbout("tables/site_use.csv"),
                        "tables/site_use.csv in it is larger than the "),
                // The manifest.
                manifest("its form is missing", "form=portable\n", "", "has no form"),
                manifest("another form", "form=portable", "form=tape", "it has the form 'tape', which"),
                manifest("its format is missing", "format=2\n", "", "it has format ''"),
                manifest("its date is missing", "created_at=.*\n", "", "has no created_at"),
                manifest("no date", "created_at=.*", "created_at=yesterday", "is damaged: Text 'yesterday'"),
                manifest("fewer than none", "snapshots=2", "snapshots=-2", "it says that it has -2 snapshots"),
                manifest("more than can be", "snapshots=2", "snapshots=99999999999", "is damaged: For input string"),
                manifest("one too many", "snapshots=2", "snapshots=3", "it has 2 snapshots, and says that it has 3"),
                manifest("a broken escape", "program=", "program=\\\\uzz", "is damaged: Malformed"),
                change(
                        "other sizes",
                        made -> made.manifest(text -> text + "bytes.snapshots.csv=99\n"),
                        "it says that snapshots.csv has 99 bytes, and it has "),
                change(
                        "a size below zero",
                        made -> made.manifest(text -> text + "bytes.snapshots.csv=-1\n"),
                        "it says that snapshots.csv has -1 bytes"),
                change(
                        "a size of nothing",
                        made -> made.manifest(text -> text + "bytes.tables/none.csv=1\n"),
                        "there is no tables/none.csv in it"),
                change(
                        "not all sizes",
                        made -> made.manifest(text -> text + "bytes.tables/trouble.csv=27\n"),
                        "it has the entry 'snapshots.csv', of which it says nothing"),
                change("no sizes", made -> made.manifest(text -> text + "bytes.=\n"), "is damaged: For input string"),
                // Bombs.
                change(
                        "a huge snapshot",
                        made -> made.zeros(made.first("snapshots/"), 65 * MEBIBYTE),
                        "no file of the"),
                change(
                        "a huge list",
                        made -> made.zeros("snapshots.csv", 40 * MEBIBYTE),
                        "snapshots.csv has a row of more than"),
                change(
                        "a huge table",
                        made -> made.zeros("tables/message.csv", 40 * MEBIBYTE),
                        "message.csv has a row of more"),
                change(
                        "a huge download",
                        made -> made.zeros(made.first("quarantine/"), 65 * MEBIBYTE),
                        "no file of the"),
                change(
                        "a huge manifest",
                        made -> made.manifest(text -> text + "#" + "x".repeat(17 * MEBIBYTE) + "\n"),
                        "is too large to be one"),
                // The quarantine.
                change(
                        "another download",
                        made -> made.put(made.first("quarantine/"), "<HTML>\n"),
                        "is not what was downloaded: its SHA-256 is "),
                change(
                        "no download",
                        made -> made.remove(made.first("quarantine/")),
                        "in it, which waits in quarantine"),
                change(
                        "a download too many",
                        made -> made.put("quarantine/9-aaaaaaaaaaaa.csv", "x"),
                        "quarantine/9-aaaaaaaaaaaa.csv, which belongs to nothing that waits in quarantine"),
                // The tables.
                change("no text", made -> made.put("tables/site_use.csv", new byte[] {-1, -2, 0, 7}), "it is no UTF-8"),
                change("empty", made -> made.put("tables/site_use.csv", ""), "tables/site_use.csv is empty"),
                change(
                        "garbage",
                        made -> made.put("tables/site_use.csv", "lorem ipsum\n"),
                        "has a column 'lorem ipsum'"),
                cell(
                        "no origin",
                        "../snapshots",
                        "\"import\"",
                        "\"moon\"",
                        "origin is 'moon', which is none of sync, im"),
                cell("another number", "../snapshots", "\"2\",", "\"3\",", "it is snapshot 2, and says that it is 3"),
                cell(
                        "out of order",
                        "../snapshots",
                        "\"2026-11-08T",
                        "\"2026-10-08T",
                        "is not later than the snapshot before"),
                cell(
                        "another hash",
                        "../snapshots",
                        "\"[0-9a-f]{64}\"",
                        "\"" + "0".repeat(64) + "\"",
                        "is not what was"),
                change(
                        "a snapshot that nobody names",
                        made -> made.put("snapshots/00009-2026-11-09T000000Z.csv", "x"),
                        "snapshots/00009-2026-11-09T000000Z.csv, which belongs to no snapshot"),
                // Control characters.
                cell(
                        "in a source",
                        "../snapshots",
                        "2026-11-01\\.csv\",\"[0-9a-f]",
                        ESCAPE + "$0",
                        "which has control characters"),
                cell(
                        "in the source of a check",
                        "sync_run",
                        "page\\.csv",
                        ESCAPE,
                        "row 1, cannot be taken: source is '"),
                cell(
                        "in a name",
                        "site_use",
                        "\"22\",\"22\",,",
                        ",,\"a" + ESCAPE + "\",",
                        "service_name is 'a [31m', which has control"),
                change(
                        "in the registry's title",
                        made -> made.change("tables/registry.csv", text -> "\"TITLE\"\n\"a" + ESCAPE + "\"\n"),
                        "tables/registry.csv, row 1, cannot be taken: title is 'a [31m', which has control"));
    }

    private static Arguments change(String name, UnaryOperator<MadeArchive> change, String reason) {
        return arguments(name, change, reason);
    }

    private static Arguments manifest(String name, String expression, String by, String reason) {
        return change(name, made -> made.manifest(text -> text.replaceAll(expression, by)), reason);
    }

    private static Arguments cell(String name, String table, String expression, String by, String reason) {
        String entry = table.startsWith("../") ? table.substring(3) + ".csv" : "tables/" + table + ".csv";
        return change(name, made -> made.change(entry, text -> text.replaceFirst(expression, by)), reason);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aBackupThatIsNoneIsRefusedAndChangesNothing(String name, UnaryOperator<MadeArchive> change, String reason)
            throws Exception {
        change.apply(MadeArchive.of(portable)).write(file);

        trial.assertRefused(name, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a database", "H:2,block:0"})
    void aDatabaseThatIsNoneIsRefusedAndChangesNothing(String content) throws Exception {
        MadeArchive.of(plain).put("ianawatch.mv.db", content).write(file);
        trial.assertRefused(content, "its database cannot be opened");
    }

    @Test
    void aDatabaseWithHolesIsRefusedAndChangesNothing() throws Exception {
        MadeArchive made = MadeArchive.of(plain);
        byte[] database = new byte[40_000];
        System.arraycopy(Files.readAllBytes(home.resolve("ianawatch.mv.db")), 0, database, 0, 9000);
        made.put("ianawatch.mv.db", database).write(file);
        trial.assertRefused("holes", "");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneThatWasPackedAnewIsTaken(boolean hasSizes) throws Exception {
        MadeArchive made = MadeArchive.of(portable).put("snapshots/", "").put("tables/", "");
        made.manifest(text -> hasSizes ? text : text.replace("format=2", "format=1"))
                .write(file);
        Path other = folder.resolve("packed-" + hasSizes);

        assertEquals(
                new Shell.Ended(0, "Restored 2 snapshots as of 2026-11-15T06:00:00Z, every SHA-256 as recorded.\n", ""),
                new Shell(other).run("restore", file.toString()));
    }

    @Test
    void aHomeThatWasNotThereIsNotThereAfterARefusal() throws Exception {
        MadeArchive.of(portable).put("tables/trouble.csv", "lorem ipsum\n").write(file);
        Path fresh = folder.resolve("fresh");

        assertEquals(
                3,
                new Shell(fresh.resolve("inner/home"))
                        .run("restore", file.toString())
                        .exitCode());

        assertFalse(Files.exists(fresh));
    }

    @Test
    void aFolderThatWasEmptyIsEmptyAfterARefusal() throws Exception {
        MadeArchive.of(portable).remove("tables/trouble.csv").write(file);
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertEquals(3, new Shell(empty).run("restore", file.toString()).exitCode());

        assertEquals(Map.of(), RestoreTrial.files(empty));
    }

    @Test
    void aRefusedReplacementChangesNothing() throws Exception {
        Map<String, String> before = RestoreTrial.files(home);

        assertEquals(2, shell.run("restore", portable.toString()).exitCode());

        assertEquals(before, RestoreTrial.files(home));
    }

    @Test
    void aQuarantineThatLeadsNowhereIsLeftAndNothingIsReplaced() throws Exception {
        Path other = withStore("nowhere");
        Path quarantine = Files.createSymbolicLink(other.resolve("quarantine"), Path.of("unmounted"));

        assertRefusedFor(other, quarantine + " is a link to unmounted, where nothing is: bring back what it leads to");
    }

    @Test
    void aQuarantineThatIsNoFolderIsLeftAndNothingIsReplaced() throws Exception {
        Path other = withStore("no-folder");
        Path quarantine = Files.writeString(other.resolve("quarantine"), "x");

        assertRefusedFor(other, quarantine + ", where refused downloads are kept, is no folder: move it away");
    }

    @Test
    void whatStandsInPlaceOfADownloadIsLeftAndAllIsUndone() throws Exception {
        Path other = withStore("in-place");
        Path download = other.resolve(MadeArchive.of(portable).first("quarantine/"));
        Files.createDirectory(download.getParent());
        Files.createSymbolicLink(download, Path.of("nowhere"));

        assertRefusedFor(other, download + " is no file: move it away");
    }

    @Test
    void aQuarantineThatIsALinkToAFolderIsUsed() throws Exception {
        Path other = withStore("linked");
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Files.createSymbolicLink(other.resolve("quarantine"), disk);

        assertEquals(
                0,
                new Shell(other)
                        .run("restore", "--replace", portable.toString())
                        .exitCode());

        assertEquals(1, RestoreTrial.files(disk).size());
    }

    private static Path withStore(String name) throws IOException {
        Path other = folder.resolve(name);
        Shell.withSamples(other);
        return other;
    }

    private static void assertRefusedFor(Path other, String reason) throws IOException {
        Map<String, String> before = RestoreTrial.files(other);

        Shell.Ended refused = new Shell(other).run("restore", "--replace", portable.toString());

        assertEquals(3, refused.exitCode(), refused.error());
        assertTrue(
                refused.error().startsWith("ianawatch: cannot restore " + portable + ": " + reason), refused.error());
        assertTrue(refused.error().endsWith("; what was stored is as it was\n"), refused.error());
        assertEquals(before, RestoreTrial.files(other));
    }

    @Test
    void whatLeadsNowhereIsNotReplaced() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path link = Files.createSymbolicLink(other.resolve("ianawatch.mv.db"), Path.of("nowhere"));

        Shell.Ended refused = new Shell(other).run("restore", "--replace", portable.toString());

        assertEquals(2, refused.exitCode());
        assertTrue(refused.error().contains(link + " is a link to nowhere, where nothing is"), refused.error());
        assertTrue(Files.isSymbolicLink(link));
    }
}
