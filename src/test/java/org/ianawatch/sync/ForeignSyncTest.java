package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ianawatch.answer.AnswerReader;
import org.ianawatch.answer.Answers;
import org.ianawatch.made.Foreign;
import org.ianawatch.made.MovableClock;
import org.ianawatch.registry.Registry;
import org.ianawatch.store.Store;
import org.ianawatch.store.Stores;
import org.ianawatch.store.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registries that have no ports are synced into the store of the ports, and asked. */
class ForeignSyncTest {
    private static final Edition PORTS = Edition.of(300);

    /** A registry, two editions of it, and the change between them. */
    private record Sample(Registry registry, String before, String after, String change) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample(
                    Foreign.SUITES,
                    lines(
                            "Value,Description,Recommended,Reference",
                            "\"0x13,0x01\",ONE,Y,",
                            "\"0x13,0x02-FF\",Unassigned,,"),
                    lines(
                            "Value,Description,Recommended,Reference",
                            "\"0x13,0x01\",ONE,Y,",
                            "\"0x13,0x02\",TWO,N,",
                            "\"0x13,0x03-FF\",Unassigned,,"),
                    "assigned 4866"),
            new Sample(
                    Foreign.METHODS,
                    lines("Method Name,Safe,Reference", "GET,yes,[RFC9110]"),
                    lines("Method Name,Safe,Reference", "GET,yes,[RFC9110]", "QUERY,yes,[RFC1]"),
                    "assigned null"),
            new Sample(
                    Foreign.OPTIONS,
                    lines("Type,Code,Meaning,Reference", "a,1,one,", "b,1,eins,"),
                    lines("Type,Code,Meaning,Reference", "a,1,one,", "b,1,eins,[RFC1]"),
                    "amended 1"));

    private final MovableClock clock = new MovableClock(MadeHome.start());

    @TempDir
    private Path folder;

    private RegistryServer server;
    private MadeHome ports;

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    @BeforeEach
    void start() throws Exception {
        server = new RegistryServer();
        ports = new MadeHome(folder.resolve("home"), clock);
        sync(ports, PORTS.bytes());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private SyncResult.Changed sync(MadeHome home, byte[] bytes) throws Exception {
        server.publish(bytes, null);
        clock.move(Duration.ofDays(1));
        return assertInstanceOf(SyncResult.Changed.class, home.sync(server.url("/registry.csv")));
    }

    @Test
    void eachIsComparedGivenBackAndAskedByItself() throws Exception {
        for (Sample sample : SAMPLES) {
            MadeHome home = new MadeHome(folder.resolve("home"), clock, sample.registry());
            sync(home, Foreign.bytes(sample.before()));
            sync(home, Foreign.bytes(sample.after()));

            Answers answers = AnswerReader.open(home.home(), clock.instant(), Duration.ZERO);

            assertEquals(2, answers.snapshots().size());
            assertEquals(
                    List.of(sample.change()),
                    answers.changes(1, 2).stream()
                            .map(each -> each.change().kind().word() + " "
                                    + each.change().span())
                            .toList());
            assertArrayEquals(
                    Foreign.bytes(sample.before()),
                    answers.file(answers.snapshots().number(1)).bytes());
            assertArrayEquals(Foreign.bytes(sample.after()), home.newest());
        }
        try (Store store = Stores.open(ports.home(), Duration.ZERO)) {
            assertEquals(4, store.registries().size());
            assertEquals(List.of(), Verification.problems(store));
        }
    }

    @Test
    void theAnswersOfPortsStayThoseOfPorts() throws Exception {
        MadeHome home = new MadeHome(folder.resolve("home"), clock, Foreign.SUITES);
        sync(home, Foreign.bytes(SAMPLES.get(0).before()));

        Answers answers = AnswerReader.open(ports.home(), clock.instant(), Duration.ZERO);

        assertEquals(1, answers.snapshots().size());
        assertArrayEquals(
                PORTS.bytes(), answers.file(answers.newest().orElseThrow()).bytes());
        assertEquals(
                "service-names-port-numbers",
                ports.query("SELECT DISTINCT registry FROM registration").get(0));
    }

    @Test
    void whatIsOlderThanTheStoreIsNotTakenForCurrentAfterwards() throws Exception {
        Path standing = ports.home().answers().resolve("standing");
        byte[] before = Files.readAllBytes(standing);
        sync(ports, PORTS.with(Edition.assigned(301)).bytes());
        Files.write(standing, before);

        sync(
                new MadeHome(folder.resolve("home"), clock, Foreign.SUITES),
                Foreign.bytes(SAMPLES.get(0).before()));

        Answers answers = AnswerReader.open(ports.home(), clock.instant(), Duration.ZERO);
        assertEquals(2, answers.source().newest().orElseThrow().number());
    }
}
