package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.MessageJson;
import org.ianawatch.alert.channel.ChannelSettings;
import org.ianawatch.alert.channel.Secret;
import org.ianawatch.alert.channel.SlackSettings;
import org.ianawatch.alert.channel.WebhookSettings;
import org.ianawatch.cli.Main;
import org.ianawatch.made.Hang;
import org.ianawatch.made.MovableClock;
import org.ianawatch.receivers.Receiver;
import org.ianawatch.store.Delivery;
import org.ianawatch.store.OutgoingMessage;
import org.ianawatch.store.Store;
import org.ianawatch.store.Stores;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.WaitListener;
import org.ianawatch.store.home.WriterLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of deliveries, by servers that answer, fail, hang, and are gone. */
class DeliveryJobTest {
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String STATES = "SELECT channel, state, tries FROM delivery ORDER BY id";

    private final MovableClock clock = new MovableClock(MadeHome.start());
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path folder;

    private HttpServer server;
    private MadeHome home;
    private OperatorAlerts operators = OperatorAlerts.NONE;

    @BeforeEach
    void start() throws Exception {
        home = MadeHome.withStore(folder.resolve("home"), clock);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/hook", this::answer);
        server.createContext("/hang", this::hang);
        server.createContext("/busy", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            respond(exchange, 429, "");
        });
        server.createContext("/gone", exchange -> respond(exchange, 404, "no_service"));
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aMessageArrivesOnce() throws Exception {
        add("m1", "hook");
        answers.add(200);

        assertEquals(new DeliveryReport(1, List.of(), 0), run());
        clock.move(Duration.ofDays(1));
        assertEquals(new DeliveryReport(0, List.of(), 0), run());

        assertEquals(List.of("m1"), received);
        assertEquals(List.of("hook,delivered,1"), home.query(STATES));
    }

    @Test
    void whatFailedIsTriedAgainUnderTheSameIdOnceItIsDue() throws Exception {
        add("m1", "hook");
        add("m2", "hook");
        answers.addAll(List.of(500, 200, 200));

        DeliveryReport failed = run();
        assertEquals(2, failed.pending());
        assertEquals(1, failed.failures().size());
        assertTrue(failed.failures().get(0).startsWith("delivery 1 by hook failed: HTTP 500"), failed::toString);
        assertEquals(List.of("hook,pending,1", "hook,pending,0"), home.query(STATES));

        clock.move(Duration.ofMinutes(4));
        assertEquals(1, run().delivered());
        assertEquals(List.of("m1", "m2"), received);

        clock.move(Duration.ofMinutes(1));
        assertEquals(new DeliveryReport(1, List.of(), 0), run());
        assertEquals(List.of("m1", "m2", "m1"), received);
        assertEquals(List.of("hook,delivered,2", "hook,delivered,1"), home.query(STATES));
    }

    @Test
    void whatAClockThatWasWrongPutOffIsTried() throws Exception {
        clock.move(Duration.ofDays(365));
        add("m1", "hook");
        answers.addAll(List.of(500, 200));
        assertEquals(1, run().pending());

        clock.move(Duration.ofDays(-365));

        assertEquals(1, run().delivered());
        assertEquals(List.of("m1", "m1"), received);
    }

    @Test
    void whatCannotSucceedIsParkedWithTheReason() throws Exception {
        add("m1", "gone", "removed");

        DeliveryReport report = run();

        assertEquals(0, report.pending());
        assertEquals(2, report.failures().size());
        assertTrue(
                report.failures().stream().anyMatch(said -> said.startsWith("delivery 2 by removed was refused: ")),
                report::toString);
        assertEquals(List.of("gone,parked,1", "removed,parked,1"), home.query(STATES));
        List<String> reasons = home.query("SELECT reason FROM delivery ORDER BY id");
        assertTrue(reasons.get(0).contains("404") && reasons.get(0).contains("no_service"), reasons::toString);
        assertTrue(reasons.get(1).startsWith("the configuration has no channel 'removed'"), reasons::toString);
    }

    @Test
    void eachFailureDoublesThePause() throws Exception {
        add("m1", "hook");
        for (Duration pause : List.of(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(20))) {
            answers.add(503);
            assertEquals(1, run().pending());
            assertEquals(List.of(clock.instant().plus(pause)), nextTries());
            clock.move(pause);
        }

        answers.add(200);
        assertEquals(new DeliveryReport(1, List.of(), 0), run());
        assertEquals(List.of("hook,delivered,4"), home.query(STATES));
        assertEquals(List.of("null"), home.query("SELECT reason FROM delivery"));
    }

    @Test
    void aServerThatAsksForMoreTimeGetsIt() throws Exception {
        add("m1", "busy");

        assertEquals(1, run().pending());

        assertEquals(List.of(clock.instant().plus(Duration.ofHours(1))), nextTries());
    }

    @Test
    void whatIsRefusedHoldsUpNothingBehindIt() throws Exception {
        add("m1", "gone");
        add("m2", "gone");

        assertEquals(2, run().failures().size());

        assertEquals(List.of("gone,parked,1", "gone,parked,1"), home.query(STATES));
    }

    @Test
    void aDefectInOneChannelIsParkedAndHoldsUpNoOther() throws Exception {
        add("m1", "broken", "hook");
        answers.add(200);

        DeliveryReport report = run();

        assertEquals(1, report.delivered());
        assertEquals(List.of("broken,parked,1", "hook,delivered,1"), home.query(STATES));
        assertEquals(
                List.of("a defect of the program: java.lang.IllegalStateException: broken"),
                home.query("SELECT reason FROM delivery WHERE state = 'parked'"));
    }

    @Test
    void aChannelThatHangsHoldsUpNoOther() throws Exception {
        add("m1", "hang", "hook");
        answers.add(200);
        var running = threads.submit(this::run);
        hanging.await();

        String listed = listedByAnotherProcess();
        while (!listed.contains("delivery 2 by hook: delivered")) {
            listed = listedByAnotherProcess();
        }
        assertTrue(listed.contains("delivery 1 by hang: pending"), listed);
        assertEquals(List.of("m1"), received);

        released.countDown();
        assertEquals(2, running.get().delivered());
    }

    private DeliveryReport run() throws Exception {
        Sender sender = new DeliveryJob(this::channel, clock, operators, DeliveryListener.NONE);
        return new Run(home.home(), Hang.LIMIT, clock, WaitListener.NONE, sender).of("test", writer -> {});
    }

    private List<Instant> nextTries() throws Exception {
        try (Store store = Stores.open(home.home(), Duration.ZERO)) {
            return store.outbox().newestFirst().stream()
                    .map(Delivery::nextTryAt)
                    .toList();
        }
    }

    /** What {@code ianawatch deliveries list --all} says. */
    private String listedByAnotherProcess() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "deliveries",
                        "list",
                        "--all",
                        "--home",
                        home.home().directory().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    private Optional<Channel> channel(String name) {
        Secret url = new Secret("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
        ChannelSettings.Context context = Receiver.context(clock);
        return switch (name) {
            case "removed" -> Optional.empty();
            case "broken" ->
                Optional.of(message -> {
                    throw new IllegalStateException("broken");
                });
            case "gone" -> Optional.of(new SlackSettings(url).open(context));
            default -> Optional.of(new WebhookSettings(url, List.of(new Secret(KEY)), null).open(context));
        };
    }

    private void add(String id, String... channels) throws Exception {
        Message message = new Message(
                id,
                clock.instant(),
                Message.Kind.SUMMARY,
                "registry",
                List.of("rule"),
                "t",
                "subject",
                "lead",
                List.of());
        try (WriterLock lock = WriterLock.acquire(home.home(), "test", clock.instant(), Duration.ZERO);
                WritableStore store = WritableStore.open(lock, home.home(), Duration.ZERO)) {
            store.commit(() -> store.outbox()
                    .add(
                            new OutgoingMessage(
                                    id,
                                    clock.instant(),
                                    "summary",
                                    "rule",
                                    "subject",
                                    MessageJson.write(message),
                                    List.of(channels)),
                            clock.instant()));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        received.add(exchange.getRequestHeaders().getFirst("webhook-id"));
        respond(exchange, answers.remove(), "");
    }

    private void hang(HttpExchange exchange) throws IOException {
        hanging.countDown();
        try {
            released.await();
        } catch (InterruptedException ended) {
            throw new IOException(ended);
        }
        respond(exchange, 200, "");
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
