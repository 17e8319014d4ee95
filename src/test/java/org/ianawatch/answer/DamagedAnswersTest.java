package org.ianawatch.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.ianawatch.store.MadeStore;
import org.junit.jupiter.api.Test;

/** A published file that is not as it was written is published anew. */
class DamagedAnswersTest {
    private static final List<List<Entry>> SERIES =
            List.of(List.of(row("one", "1")), List.of(row("one", "1"), row("two", "2-3")));

    private static Entry row(String service, String ports) {
        return Entry.of(PortRegistry.ROLES, service, ports, "tcp", service, "", "", "", "", "", "", "", "");
    }

    @Test
    void everyByteThatChangedIsSeen() throws Exception {
        try (MadeStore made = MadeStore.of(SERIES)) {
            made.ask(answers -> {});
            Layout layout = new Layout(made.home());
            for (Path file : List.of(layout.standing(), PublishingTest.file(made.home()))) {
                byte[] whole = Files.readAllBytes(file);
                // A step that is prime comes by each of the head's fields.
                for (int place = 0; place < whole.length; place += 7) {
                    byte[] damaged = whole.clone();
                    damaged[place] ^= 0x10;
                    isPublishedAnew(made, file, whole, damaged);
                }
            }
        }
    }

    @Test
    void whatIsCutOffOrEmptyIsSeen() throws Exception {
        try (MadeStore made = MadeStore.of(SERIES)) {
            made.ask(answers -> {});
            Layout layout = new Layout(made.home());
            for (Path file : List.of(layout.standing(), PublishingTest.file(made.home()))) {
                byte[] whole = Files.readAllBytes(file);
                for (int length : new int[] {0, 1, 20, whole.length / 2, whole.length - 1}) {
                    isPublishedAnew(made, file, whole, Arrays.copyOf(whole, length));
                }
                isPublishedAnew(made, file, whole, Arrays.copyOf(whole, whole.length + 1));
            }
        }
    }

    @Test
    void whatIsGoneIsPublishedAnew() throws Exception {
        try (MadeStore made = MadeStore.of(SERIES)) {
            made.ask(answers -> {});
            Layout layout = new Layout(made.home());
            for (Path file : List.of(layout.standing(), PublishingTest.file(made.home()))) {
                byte[] whole = Files.readAllBytes(file);
                Files.delete(file);
                made.ask(answers -> assertEquals(2, answers.snapshots().size()));
                assertArrayEquals(whole, Files.readAllBytes(file));
            }
        }
    }

    private static void isPublishedAnew(MadeStore made, Path file, byte[] whole, byte[] damaged) throws Exception {
        Files.write(file, damaged);
        made.ask(answers -> assertArrayEquals(
                made.files().get(1), answers.file(answers.snapshots().get(0)).bytes()));
        assertArrayEquals(whole, Files.readAllBytes(file));
    }
}
