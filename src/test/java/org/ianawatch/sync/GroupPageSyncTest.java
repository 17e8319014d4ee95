package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ianawatch.fetch.Fetcher;
import org.ianawatch.fetch.Limits;
import org.ianawatch.fetch.UserAgent;
import org.ianawatch.fetch.WebClient;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.WaitListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sync takes from the page beside the CSV. */
class GroupPageSyncTest {
    private static final String FOLDER = "/assignments/service-names-port-numbers/service-names-port-numbers";
    private static final String PAGE =
            "<?xml version='1.0'?><registry><title>Ports</title><updated>2026-11-05</updated>"
                    + "<registration_rule>Expert Review</registration_rule></registry>";

    @TempDir
    private Path directory;

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void describesTheNewSnapshotAndTheRegistry() throws Exception {
        files.put(FOLDER + ".xml", PAGE.getBytes(StandardCharsets.UTF_8));
        sync("2026-11-01.csv");
        assertEquals(List.of("Ports", "Expert Review"), row("SELECT title, registration_rules FROM registry"));
        assertEquals(List.of("2026-11-05"), row("SELECT last_updated FROM snapshot"));
        assertEquals(List.of("stored", "null"), row("SELECT outcome, message FROM sync_run"));
    }

    @Test
    void keepsWhatIsKnownWhereThePageIsGone() throws Exception {
        files.put(FOLDER + ".xml", PAGE.getBytes(StandardCharsets.UTF_8));
        sync("2026-11-01.csv");
        files.remove(FOLDER + ".xml");
        sync("2026-11-08.csv");
        assertEquals(List.of("Ports", "Expert Review"), row("SELECT title, registration_rules FROM registry"));
        assertEquals(List.of("null"), row("SELECT last_updated FROM snapshot WHERE number = 2"));
        assertEquals(
                List.of("stored", "true"),
                row("SELECT outcome, message LIKE 'cannot read%.xhtml: HTTP 404%' FROM sync_run WHERE id = 2"));
    }

    private void sync(String sample) throws Exception {
        files.put(FOLDER + ".csv", Files.readAllBytes(Path.of("snapshots/samples", sample)));
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + FOLDER + ".csv";
        Fetcher fetcher =
                new Fetcher(new WebClient(Map.of()), Limits.DEFAULT, Clock.systemUTC(), new UserAgent("test", null));
        SyncRequest request = new SyncRequest(GuardLimits.DEFAULT, false);
        SyncJob job = new SyncJob(
                new Source(PortRegistry.REGISTRY, url, fetcher, System.in),
                Clock.systemUTC(),
                request,
                Alerts.NONE,
                note -> {});
        new Run(
                        new Home(directory, PortRegistry.REGISTRY),
                        Duration.ZERO,
                        Clock.systemUTC(),
                        WaitListener.NONE,
                        Sender.NONE)
                .of("sync", writer -> new DueRegistries(List.of(job)).check(writer, result -> {}));
    }

    private List<String> row(String query) throws SQLException {
        String url = "jdbc:h2:file:" + directory.resolve("ianawatch") + ";ACCESS_MODE_DATA=r;TRACE_LEVEL_FILE=0";
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            List<String> values = new ArrayList<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                values.add(String.valueOf(rows.getObject(column)));
            }
            return values;
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = files.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
            if (body != null) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
