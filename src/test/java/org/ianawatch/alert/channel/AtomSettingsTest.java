package org.ianawatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.MadeMessages;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.Messages;
import org.ianawatch.alert.Outcome;
import org.ianawatch.receivers.Receiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomSettingsTest {
    private static final URI URL = URI.create("https://www.example.org/ports.atom");

    @TempDir
    Path folder;

    @Test
    void theNewestStandFirstAndTheOldestGo() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int day = 1; day <= 5; day++) {
            assertEquals(new Outcome.Delivered(), channel(3).deliver(on(day)));
            ids = AtomRules.check(bytes());
            assertEquals(Math.min(day, 3), ids.size());
        }
        // A message that was held up by a failure takes its place in time.
        assertEquals(new Outcome.Delivered(), channel(4).deliver(on(2)));
        List<String> late = AtomRules.check(bytes());
        assertEquals(ids, late.subList(0, 3));
        assertEquals(4, late.size());
    }

    @Test
    void aMessageThatIsThereIsNotAddedAgain() throws Exception {
        channel(10).deliver(on(1));
        channel(10).deliver(on(2));
        byte[] before = bytes();
        assertEquals(new Outcome.Delivered(), channel(10).deliver(on(1)));
        assertArrayEquals(before, bytes());
        assertEquals(2, AtomRules.check(before).size());
    }

    @Test
    void nothingIsLeftBesideTheFeedAndALinkStaysOne() throws Exception {
        Path real = folder.resolve("real.xml");
        channel(10).deliver(on(1));
        Files.move(file(), real);
        Files.createSymbolicLink(file(), real);
        channel(10).deliver(on(2));
        assertTrue(Files.isSymbolicLink(file()));
        assertTrue(Files.readString(real).contains("2026-11-02"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("feed.xml", "real.xml"),
                    files.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my notes",
                "\n",
                "<feed/>",
                "<feed xmlns='http://www.w3.org/2005/Atom'><generator>another</generator></feed>",
                "<feed xmlns='http://www.w3.org/2005/Atom'><generator>ianawatch</generator><entry/></feed>",
                "<!DOCTYPE feed [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><feed xmlns='http://www.w3.org/2005/Atom'>"
                        + "<generator>ianawatch</generator><title>&x;</title></feed>",
            })
    void whatItDidNotWriteItLeavesAlone(String text) throws Exception {
        Files.writeString(file(), text);
        Outcome.Refused refused =
                assertInstanceOf(Outcome.Refused.class, channel(10).deliver(on(1)));
        assertTrue(refused.reason().contains("is no feed that ianawatch wrote"), refused.reason());
        assertEquals(text, Files.readString(file()));
    }

    @Test
    void anEmptyFileIsANewFeed() throws Exception {
        Files.createFile(file());
        assertEquals(new Outcome.Delivered(), channel(10).deliver(on(1)));
        assertEquals(1, AtomRules.check(bytes()).size());
    }

    @Test
    void whatIsNoFileIsRefusedAtOnce() throws Exception {
        Channel early = channel(10);
        assertEquals(0, new ProcessBuilder("mkfifo", file().toString()).start().waitFor());
        String reason = file() + " is a pipe or a device, and no file: name a file for the feed";
        assertEquals(new Outcome.Refused(reason), early.deliver(on(1)));
        assertEquals(
                reason,
                assertThrows(IllegalArgumentException.class, () -> channel(10)).getMessage());
        AtomSettings device = new AtomSettings(Path.of("/dev/zero"), URL, 10);
        assertThrows(IllegalArgumentException.class, () -> channel(device));
        AtomSettings itself = new AtomSettings(folder, URL, 10);
        assertEquals(
                folder + " is a folder, and no file: name a file for the feed",
                assertThrows(IllegalArgumentException.class, () -> channel(itself))
                        .getMessage());
    }

    @Test
    void aFolderThatIsNotThereMayComeBack() throws Exception {
        AtomSettings settings = new AtomSettings(folder.resolve("none/feed.xml"), URL, 10);
        Outcome.Failed failed =
                assertInstanceOf(Outcome.Failed.class, channel(settings).deliver(on(1)));
        assertEquals("there is no folder " + folder.resolve("none") + ": make it", failed.reason());
    }

    @Test
    void whatXmlHasNoPlaceForIsReplaced() throws Exception {
        Message like = on(1);
        String subject = "a\ufffe\uffff\u0000\ud800b";
        channel(10).deliver(Messages.message(like.rule(), like.kind(), subject, subject, like.items()));
        AtomRules.check(bytes());
        assertTrue(Files.readString(file()).contains("<title>a\ufffd\ufffd\\u0000\\ud800b</title>"));
    }

    @Test
    void linksLeadToTheFeedTheRegistryAndTheRfcs() throws Exception {
        channel(10).deliver(on(1));
        URI moved = URI.create("https://feeds.example.org/b.atom");
        channel(new AtomSettings(file(), moved, 10)).deliver(on(2));
        AtomRules.check(bytes());
        String page = "https://www.iana.org/assignments/service-names-port-numbers/";
        assertEquals(
                List.of(
                        "self " + moved,
                        "alternate " + page,
                        "alternate " + page,
                        "related https://www.rfc-editor.org/rfc/rfc9999",
                        "alternate " + page,
                        "related https://www.rfc-editor.org/rfc/rfc9999"),
                AtomRules.links(bytes()));
    }

    @Property(tries = 30)
    void everyMessageMakesAValidFeed(@ForAll("messages") Message message) throws Exception {
        AtomFeed feed = AtomFeed.empty(message.registry(), URL);
        feed.add(message, URL, 5);
        AtomFeed again = AtomFeed.read(feed.write());
        again.add(on(3), URL, 5);
        AtomRules.check(again.write());
    }

    @Provide
    Arbitrary<Message> messages() {
        return MadeMessages.messages();
    }

    private static Message on(int day) {
        Message like = Messages.changes();
        return new Message(
                "day-" + day,
                Instant.parse("2026-11-0" + day + "T06:00:00Z"),
                like.kind(),
                like.registry(),
                like.rules(),
                like.thread(),
                like.subject(),
                like.lead(),
                like.items());
    }

    private Channel channel(int entries) {
        return channel(new AtomSettings(file(), URL, entries));
    }

    private static Channel channel(AtomSettings settings) {
        return settings.open(Receiver.context(Clock.systemUTC()));
    }

    private Path file() {
        return folder.resolve("feed.xml");
    }

    private byte[] bytes() throws IOException {
        return Files.readAllBytes(file());
    }
}
