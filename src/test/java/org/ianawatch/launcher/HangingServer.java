package org.ianawatch.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A registry and a channel in one, of which each path can be told to take requests and never to answer. */
final class HangingServer implements AutoCloseable {
    static final String REGISTRY = "/registry/registry.csv";
    /** The page about the registry, which is asked for when there is something new. */
    static final String GROUP = "/registry/registry.xml";

    static final String HOOK = "/hook";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<String> hanging = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private volatile Path edition = Path.of("snapshots/samples/2026-11-01.csv");

    HangingServer(String... hangingPaths) throws IOException {
        hanging.addAll(List.of(hangingPaths));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Answers on this path from now on. */
    void release(String path) {
        hanging.remove(path);
    }

    void publish(Path file) {
        edition = file;
    }

    /** Waits for a request of a path. */
    void await(String path) throws InterruptedException {
        String asked;
        do {
            asked = requests.take();
        } while (!asked.equals(path));
    }

    /** How many requests nobody waited for yet. */
    int requests() {
        return requests.size();
    }

    /** The id of the next message that came. */
    String message() throws InterruptedException {
        return messages.take();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            boolean hangs = hanging.contains(path);
            if (path.equals(HOOK)) {
                messages.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            }
            requests.add(path);
            if (hangs) {
                closed.await();
                return;
            }
            if (path.equals(REGISTRY)) {
                byte[] body = Files.readAllBytes(edition);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } else {
                exchange.sendResponseHeaders(path.equals(HOOK) ? 200 : 404, -1);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
