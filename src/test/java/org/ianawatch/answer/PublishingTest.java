package org.ianawatch.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.ianawatch.made.Foreign;
import org.ianawatch.made.Writing;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Registry;
import org.ianawatch.registry.Sha256;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Use;
import org.ianawatch.store.Holder;
import org.ianawatch.store.MadeStore;
import org.ianawatch.store.NewSnapshot;
import org.ianawatch.store.Origin;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.WriterLock;
import org.junit.jupiter.api.Test;

/** Who publishes, when, and what is read meanwhile. */
class PublishingTest {
    private static final Use USE = Use.of(Span.of(7), null);

    private final Entry one = row("one", "1");
    private final Entry two = row("two", "2");

    private static Entry row(String service, String port) {
        return Entry.of(PortRegistry.ROLES, service, port, "tcp", service, "", "", "", "", "", "", "", "");
    }

    @Test
    void whatAWriterLeftToReadersIsPublishedByTheFirst() throws Exception {
        try (MadeStore made = MadeStore.of(List.of(List.of(one)))) {
            made.ask(answers -> assertEquals(1, answers.snapshots().size()));
            FileTime first = modified(made.home());
            made.ask(answers -> assertEquals(1, answers.snapshots().size()));
            assertEquals(first, modified(made.home()));
            made.append(List.of(Writing.USUAL.bytes(List.of(one, two))));
            made.ask(answers -> assertEquals(2, answers.snapshots().size()));
            assertTrue(modified(made.home()).compareTo(first) > 0);
        }
    }

    @Test
    void whatAWriterPublishedNeedsNoStore() throws Exception {
        try (MadeStore made = MadeStore.of(List.of(List.of(one), List.of(one, two)))) {
            write(made, store -> store.commit(() -> store.uses().put(USE, "lab", MadeStore.FIRST)));
            hollowOut(made.home());
            made.ask(answers -> {
                assertEquals(2, answers.snapshots().size());
                assertEquals(USE, answers.site().uses().get(0).use());
                assertArrayEquals(
                        made.files().get(0),
                        answers.file(answers.snapshots().number(1)).bytes());
            });
        }
    }

    /** A commit is there for readers as soon as it is made, whatever its writer goes on with. */
    @Test
    void aCommitIsPublishedBeforeTheStoreIsClosed() throws Exception {
        try (MadeStore made = MadeStore.of(List.of(List.of(one)))) {
            write(made, store -> {
                store.commit(() -> store.uses().put(USE, "lab", MadeStore.FIRST));
                StandingFile standing = StandingFile.read(made.home());
                assertEquals(1, standing.site().uses().size());
                assertFalse(standing.stamp().isLike(Stamp.of(made.home().databaseFile())));
            });
            assertTrue(new AnswerPublisher().isCurrent(made.home()));
        }
    }

    @Test
    void whatChangesNoSnapshotLeavesTheLargeFileAsItIs() throws Exception {
        try (MadeStore made = MadeStore.of(List.of(List.of(one)))) {
            made.ask(answers -> {});
            FileTime before = modified(made.home());
            write(made, store -> store.commit(() -> store.uses().put(USE, "lab", MadeStore.FIRST)));
            assertEquals(before, modified(made.home()));
            made.ask(answers -> assertEquals(1, answers.site().uses().size()));
        }
    }

    @Test
    void besideAWriterThatWasNotReadYetWhatWasPublishedLastIsRead() throws Exception {
        try (MadeStore made = MadeStore.of(List.of(List.of(one)))) {
            made.ask(answers -> {});
            try (Holder holder = Holder.of(made.home(), true)) {
                touch(made.home());
                made.ask(answers -> assertEquals(1, answers.snapshots().size()));
                holder.stop();
            }
        }
    }

    /** Numbers of processes are given again, in a container at once. */
    @Test
    void whatAKilledWriterLeftIsNotThatOfWhoHoldsTheLockNow() throws Exception {
        try (MadeStore made = MadeStore.of(List.of(List.of(one)))) {
            made.ask(answers -> {});
            StandingFile before = Objects.requireNonNull(StandingFile.read(made.home()));
            made.append(List.of(Writing.USUAL.bytes(List.of(one, two))));
            Stamp killed = new Stamp(-1, ProcessHandle.current().pid());
            Files.write(new Layout(made.home()).standing(), new StandingFile(killed, before.site()).toBytes());
            try (Holder holder = Holder.of(made.home(), false)) {
                made.ask(answers -> assertEquals(2, answers.snapshots().size()));
                holder.stop();
            }
        }
    }

    @Test
    void whatBecomesOfAnotherRegistryIsPublishedBesideThatOfTheHome() throws Exception {
        try (MadeStore made = MadeStore.of(List.of(List.of(one)))) {
            made.ask(answers -> {});
            byte[] file = Foreign.bytes("Method Name,Safe,Reference\r\nGET,yes,\r\n");
            write(made, store -> {
                WritableStore other = store.of(Foreign.METHODS);
                other.commit(() -> other.append(
                        new NewSnapshot(
                                Foreign.file(Foreign.METHODS, new String(file, StandardCharsets.UTF_8)),
                                Sha256.of(file).digits(),
                                file.length,
                                MadeStore.FIRST,
                                Origin.SYNC,
                                "made"),
                        null));
            });
            hollowOut(made.home());
            made.ask(answers -> assertArrayEquals(
                    made.files().get(0),
                    answers.file(answers.snapshots().number(1)).bytes()));
            Answers others = AnswerReader.open(made.home().of(Foreign.METHODS), MadeStore.FIRST, MadeStore.NO_WAIT);
            assertArrayEquals(file, others.file(others.snapshots().number(1)).bytes());
        }
    }

    @Test
    void whatIsOlderThanTheStoreIsReadBesideNobody() throws Exception {
        try (MadeStore made = MadeStore.of(List.of(List.of(one)))) {
            made.ask(answers -> assertEquals(1, answers.snapshots().size()));
            made.append(List.of(Writing.USUAL.bytes(List.of(two))));
            try (Holder holder = Holder.of(made.home(), false)) {
                made.ask(answers -> assertEquals(2, answers.snapshots().size()));
                holder.stop();
            }
        }
    }

    @Test
    void whereNothingWasPublishedAReaderBesideAWriterReadsTheStore() throws Exception {
        try (MadeStore made = MadeStore.of(List.of(List.of(one)));
                Holder holder = Holder.of(made.home(), false)) {
            made.ask(answers -> assertEquals(1, answers.snapshots().size()));
            assertFalse(Files.exists(new Layout(made.home()).standing()));
            holder.stop();
        }
    }

    @Test
    void whoeverHasTheLockPublishesUnderIt() throws Exception {
        try (MadeStore made = MadeStore.of(List.of(List.of(one)))) {
            WriterLock lock = WriterLock.acquire(made.home(), "test", MadeStore.FIRST, MadeStore.NO_WAIT);
            made.ask(answers -> assertEquals(1, answers.snapshots().size()));
            assertTrue(new AnswerPublisher().isCurrent(made.home()));
            lock.close();
        }
    }

    @Test
    void whereNothingCanBePublishedTheAnswersAreThereAllTheSame() throws Exception {
        try (MadeStore made = MadeStore.of(List.of(List.of(one), List.of(two)))) {
            Files.writeString(made.home().answers(), "no folder");
            made.ask(answers -> assertEquals(2, answers.snapshots().size()));
            write(made, store -> store.commit(() -> store.uses().put(USE, "lab", MadeStore.FIRST)));
            made.ask(answers -> assertEquals(1, answers.site().uses().size()));
            assertTrue(Files.isRegularFile(made.home().answers()));
        }
    }

    /** As after a kill between a commit and its publishing, and within that. */
    @Test
    void whatWasNotPublishedToItsEndIsPublishedByTheNextReader() throws Exception {
        try (MadeStore made = MadeStore.of(List.of(List.of(one)))) {
            made.ask(answers -> {});
            byte[] standing = Files.readAllBytes(new Layout(made.home()).standing());
            made.append(List.of(Writing.USUAL.bytes(List.of(one, two))));
            made.ask(answers -> {});
            Files.write(new Layout(made.home()).standing(), standing);
            Files.writeString(file(made.home()).resolveSibling("x.part"), "half");
            made.ask(answers -> assertEquals(2, answers.snapshots().size()));
            assertTrue(new AnswerPublisher().isCurrent(made.home()));
        }
    }

    @Test
    void aReaderThatPublishesLeavesTheNoteOfTheLastWriter() throws Exception {
        try (MadeStore made = MadeStore.of(List.of(List.of(one)))) {
            String writer = Files.readString(made.home().directory().resolve("writer.lock"));
            made.ask(answers -> {});
            assertEquals(writer, Files.readString(made.home().directory().resolve("writer.lock")));
        }
    }

    private static void write(MadeStore made, MadeStore.Work<WritableStore> work) throws Exception {
        Home home = made.home();
        try (WriterLock lock = WriterLock.acquire(home, "test", MadeStore.FIRST, MadeStore.NO_WAIT);
                WritableStore store = WritableStore.open(lock, home, new AnswerPublisher(), MadeStore.NO_WAIT)) {
            work.on(store);
        }
    }

    /** What is published of the ports. */
    static Path file(Home home) throws IOException {
        StandingFile standing = Objects.requireNonNull(StandingFile.read(home));
        Registry.Id ports = PortRegistry.REGISTRY.id();
        return new Layout(home)
                .registry(
                        ports, standing.site().sources().find(ports.toString()).revision());
    }

    private static FileTime modified(Home home) throws IOException {
        return Files.getLastModifiedTime(file(home));
    }

    private static void touch(Home home) throws IOException {
        Files.setLastModifiedTime(home.databaseFile(), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }

    /** A file of that size and time, in which no database is. */
    private static void hollowOut(Home home) throws IOException {
        Path file = home.databaseFile();
        FileTime time = Files.getLastModifiedTime(file);
        Files.write(file, new byte[(int) Files.size(file)]);
        Files.setLastModifiedTime(file, time);
    }
}
