package org.ianawatch.store.backup;

import static org.ianawatch.made.Rows.row;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.ianawatch.made.Writing;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Sha256;
import org.ianawatch.registry.Use;
import org.ianawatch.store.CompanionTable;
import org.ianawatch.store.MadeStore;
import org.ianawatch.store.OutgoingMessage;
import org.ianawatch.store.Publisher;
import org.ianawatch.store.QuarantineEntry;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.Store;
import org.ianawatch.store.Stores;
import org.ianawatch.store.SyncRun;
import org.ianawatch.store.Validated;
import org.ianawatch.store.Verification;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.UnusableStoreException;
import org.ianawatch.store.home.WriterLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a backup brings back, and what it refuses to. */
class BackupTest {
    private static final Instant NOW = Instant.parse("2020-02-01T06:00:00.123Z");
    private static final RestoredWords WORDS =
            new RestoredWords(List.of("page"), List.of("changes"), List.of("quarantined"), name -> true, "letters");
    private static final String AWKWARD = "a \"quoted\", ;text;\r\nwith\nlines \\ and ünïcödé 𝄞 '";
    private static final String LINE = AWKWARD.replaceAll("\\s", " ");
    private static final byte[] REFUSED = "refused".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private MadeStore made;
    private Path file;

    @BeforeEach
    void fill() {
        file = folder.resolve("backup.zip");
        made = new MadeStore();
        made.append(List.of(
                Writing.USUAL.bytes(List.of(row("", "272-279", "", "Unassigned"))),
                new Writing(true, "\n", false, false, false, 0, false, false, 0)
                        .bytes(List.of(row("foo", "278", "tcp", AWKWARD), row("", "279", "", "Unassigned"))),
                Writing.USUAL.bytes(List.of(row("", "272-279", "", "Unassigned")))));
        made.write(store -> store.commit(() -> fill(store)));
    }

    private static void fill(WritableStore store) {
        store.describe(2, LINE, "2020-01-02", AWKWARD);
        store.remember(new Validated(
                "https://registry.example/ports.csv",
                "\"tag\"",
                null,
                Sha256.of(REFUSED).digits()));
        store.record(new SyncRun(NOW, NOW, "-", SyncRun.Outcome.STORED, 2, null));
        store.record(new SyncRun(NOW, NOW, LINE, SyncRun.Outcome.UNREADABLE, null, AWKWARD));
        store.record(new SyncRun(NOW, NOW, "", SyncRun.Outcome.UNREADABLE, null, ""));
        store.quarantine().keep(REFUSED, Sha256.of(REFUSED).digits(), "-", "page", AWKWARD, NOW);
        store.uses().put(Use.parse("272-279/tcp"), "lab, \"telemetry\"", NOW);
        store.uses().put(Use.parse("ntp"), "", NOW);
        store.outbox()
                .add(
                        new OutgoingMessage("m1", NOW, "changes", "lab", AWKWARD, "{\"a\": null}", List.of("x", "y")),
                        NOW);
        store.outbox().postponed(store.outbox().find(1).orElseThrow(), AWKWARD, NOW.plusSeconds(300), NOW);
        store.outbox().delivered(store.outbox().find(2).orElseThrow(), NOW);
        store.ruleProgress().tellUntil("lab", NOW);
        store.troubles().begin("quarantined", NOW);
    }

    @AfterEach
    void close() {
        made.close();
    }

    @ParameterizedTest
    @EnumSource(BackupForm.class)
    void everythingComesBack(BackupForm form) throws Exception {
        BackupManifest written = backup(form);
        assertEquals(new BackupManifest(form, "1.2.3", NOW, 3, written.bytes()), written);

        try (MadeStore other = new MadeStore()) {
            other.append(List.of(Writing.USUAL.bytes(List.of(row("other", "1", "tcp", "")))));
            List<List<String>> before = dump(other);
            assertEquals(written, restore(other.home()));

            assertEquals(dump(made), dump(other));
            other.read(store -> {
                for (int number = 1; number <= 3; number++) {
                    SnapshotEntry entry = store.find(SnapshotSelector.number(number));
                    assertArrayEquals(
                            made.files().get(number - 1), store.file(entry).bytes());
                }
                QuarantineEntry refused = store.quarantine().find(1).orElseThrow();
                assertArrayEquals(REFUSED, store.quarantine().bytes(refused));
            });
            assertEquals(List.of(), other.problems());

            Files.move(replaced(other.home()), other.home().databaseFile(), StandardCopyOption.REPLACE_EXISTING);
            assertEquals(before, dump(other));
        }
    }

    @ParameterizedTest
    @EnumSource(BackupForm.class)
    void aHomeThatIsEmptyIsFilled(BackupForm form) throws Exception {
        backup(form);
        Home empty = new Home(folder.resolve("empty"), PortRegistry.REGISTRY);

        restore(empty);

        try (Store store = Stores.open(empty, MadeStore.NO_WAIT)) {
            assertEquals(3, store.snapshots().size());
        }
        assertFalse(Files.exists(replaced(empty)));
        assertFalse(Files.exists(empty.unfinishedDatabaseFile()));
    }

    @Test
    void thePortableFormHasTheFilesAsPublishedUnderNamesThatCanBeImported() throws Exception {
        backup(BackupForm.PORTABLE);
        List<String> names = new ArrayList<>();
        List<byte[]> snapshots = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                if (entry.getName().startsWith("snapshots/")) {
                    snapshots.add(zip.readAllBytes());
                }
            }
        }
        assertEquals(
                List.of(
                        "ianawatch-backup.properties",
                        "snapshots.csv",
                        "snapshots/00001-2020-01-01T120000Z.csv",
                        "snapshots/00002-2020-01-02T120000Z.csv",
                        "snapshots/00003-2020-01-03T120000Z.csv"),
                names.subList(0, 5));
        for (int index = 0; index < 3; index++) {
            assertArrayEquals(made.files().get(index), snapshots.get(index));
        }
    }

    @Test
    void aBackupOfAnEarlierVersionIsBroughtUpToDate() throws Exception {
        backup(BackupForm.PORTABLE);
        change(
                name -> name.equals("tables/trouble.csv") ? null : name,
                content -> content.replace("format=2", "format=1").replaceAll("(?m)^bytes\\..*\\n", ""));

        try (MadeStore other = new MadeStore()) {
            restore(other.home());
            assertEquals(3, other.query("SELECT * FROM snapshot").size());
            assertEquals(List.of(), other.query("SELECT * FROM store.trouble"));
        }
    }

    @ParameterizedTest
    @EnumSource(BackupForm.class)
    void whatIsNotWholeIsRefusedAndLeavesTheStoreAsItIs(BackupForm form) throws Exception {
        backup(form);
        byte[] whole = Files.readAllBytes(file);
        try (MadeStore other = new MadeStore()) {
            other.append(List.of(Writing.USUAL.bytes(List.of(row("other", "1", "tcp", "")))));
            List<List<String>> before = dump(other);
            for (int part = 1; part < 10; part++) {
                Files.write(file, Arrays.copyOf(whole, whole.length * part / 10));
                assertRefused(other.home(), "");
            }
            Files.write(file, whole);
            change(name -> name, content -> content.replace("snapshots=3", "snapshots=4"));
            assertRefused(other.home(), "it has 3 snapshots, and says that it has 4");
            change(name -> name, content -> content.replace("format=2", "format=3"));
            assertRefused(other.home(), "it has format '3', and this program knows format 2");
            Files.writeString(file, "no archive");
            assertRefused(other.home(), "");

            assertEquals(before, dump(other));
            assertFalse(Files.exists(replaced(other.home())));
        }
    }

    @ParameterizedTest
    @EnumSource(BackupForm.class)
    void aBitThatIsFlippedIsNoticedOrMakesNoDifference(BackupForm form) throws Exception {
        backup(form);
        byte[] whole = Files.readAllBytes(file);
        try (MadeStore other = new MadeStore()) {
            for (int part = 1; part < 20; part++) {
                byte[] flipped = whole.clone();
                flipped[whole.length * part / 20] ^= 0x10;
                Files.write(file, flipped);
                assertWholeOrRefused(other.home());
            }
        }
    }

    @Test
    void aSnapshotThatIsNotWhatWasStoredIsRefused() throws Exception {
        backup(BackupForm.PORTABLE);
        change(name -> name, content -> content.replace("272-279", "272-278"));
        try (MadeStore other = new MadeStore()) {
            assertRefused(other.home(), "snapshots/00001-2020-01-01T120000Z.csv is not what was stored");
        }
    }

    @Test
    void whatWaitsInQuarantineIsThereOrNoBackupIsMade() throws Exception {
        Files.delete(made.home()
                .quarantine()
                .resolve("1-" + Sha256.of(REFUSED).digits().substring(0, 12) + ".csv"));

        var gone = assertThrows(UnusableStoreException.class, () -> backup(BackupForm.PORTABLE));

        assertTrue(gone.getMessage().endsWith(" is gone; 'ianawatch quarantine drop 1' removes it from the list"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ALIAS evil FOR 'java.lang.System.currentTimeMillis'",
                "CREATE TRIGGER evil BEFORE INSERT ON store.change CALL 'org.h2.fulltext.FullText$FullTextTrigger'",
                "CREATE LINKED TABLE evil ('org.h2.Driver', 'jdbc:h2:mem:', 'sa', '', 'INFORMATION_SCHEMA.USERS')"
            })
    void aDatabaseThatRunsSomethingByItselfIsRefused(String statement) throws Exception {
        made.jdbc(database -> database.execute(statement));
        backup(BackupForm.DATABASE);

        try (MadeStore other = new MadeStore()) {
            assertRefused(other.home(), "functions, triggers or linked tables");
        }
    }

    @Test
    void aBackupCanBeMadeWhileOthersRead() throws Exception {
        made.read(reader -> {
            backup(BackupForm.DATABASE);
            assertEquals(3, reader.snapshots().size());
        });
        assertTrue(Files.size(file) > 0);
    }

    private BackupManifest backup(BackupForm form) throws Exception {
        try (OutputStream out = Files.newOutputStream(file);
                Store store = Stores.open(made.home(), MadeStore.NO_WAIT)) {
            return Backup.write(store, form, "1.2.3", NOW, out);
        }
    }

    private BackupManifest restore(Home home) throws Exception {
        try (WriterLock lock = WriterLock.acquire(home, "test", NOW, MadeStore.NO_WAIT)) {
            return new Restoration(lock, home, Publisher.NONE, WORDS, NOW).restore(file);
        }
    }

    private static Path replaced(Home home) {
        return home.directory().resolve("ianawatch-replaced-2020-02-01T060000.123Z.mv.db");
    }

    private void assertRefused(Home home, String reason) {
        UnusableBackupException refused = assertThrows(UnusableBackupException.class, () -> restore(home));
        assertTrue(refused.getMessage().startsWith("cannot restore " + file + ": "), refused::getMessage);
        assertTrue(refused.getMessage().contains(reason), refused::getMessage);
        assertFalse(Files.exists(home.unfinishedDatabaseFile()));
    }

    /** Some bits of an archive do not matter, such as a date. */
    private void assertWholeOrRefused(Home home) throws Exception {
        try {
            restore(home);
        } catch (UnusableBackupException refused) {
            return;
        }
        try (Store store = Stores.open(home, MadeStore.NO_WAIT)) {
            assertEquals(List.of(), Verification.problems(store));
            assertEquals(3, store.snapshots().size());
        }
    }

    /** All tables, with their rows in order. */
    private static List<List<String>> dump(MadeStore made) {
        List<List<String>> all = new ArrayList<>();
        for (CompanionTable table : CompanionTable.values()) {
            all.addAll(made.query(table.select().replace("?", "1") + " ORDER BY 1, 2, 3"));
        }
        all.addAll(made.query("SELECT * FROM store.registry"));
        all.addAll(made.query("SELECT * FROM store.snapshot ORDER BY number"));
        all.addAll(made.query(
                "SELECT id, address, url, entity_tag, last_modified, validated_sha256, last_run_id, last_success_id"
                        + " FROM store.source"));
        all.addAll(made.query("SELECT * FROM store.row_now ORDER BY id"));
        all.addAll(made.query("SELECT * FROM store.row_past ORDER BY id"));
        all.addAll(made.query("SELECT * FROM store.change ORDER BY id"));
        return all;
    }

    /** Writes the archive anew with other names, null for none, and other texts. */
    private void change(UnaryOperator<@Nullable String> names, UnaryOperator<String> texts) throws IOException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file));
                ZipOutputStream out = new ZipOutputStream(changed)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                String name = names.apply(entry.getName());
                if (name != null) {
                    out.putNextEntry(new ZipEntry(name));
                    boolean isText = !name.endsWith(".db");
                    out.write(
                            isText
                                    ? texts.apply(new String(content, StandardCharsets.UTF_8))
                                            .getBytes(StandardCharsets.UTF_8)
                                    : content);
                }
            }
        }
        Files.write(file, changed.toByteArray());
    }
}
