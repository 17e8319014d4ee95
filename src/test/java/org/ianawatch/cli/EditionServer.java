package org.ianawatch.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real server of the registry, as IANA's: one edition after the other, with Last-Modified. */
public final class EditionServer implements AutoCloseable {
    private static final String PATH = "/assignments/service-names-port-numbers/service-names-port-numbers.csv";

    private final HttpServer server;
    private final List<Path> editions;
    private volatile int index;
    private volatile int requests;
    private volatile int failure;

    /** A server that begins with the first edition. */
    public EditionServer(List<Path> editions) {
        this.editions = List.copyOf(editions);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    /** Goes on to the next edition, if there is one. */
    void next() {
        index = Math.min(index + 1, editions.size() - 1);
    }

    /** Goes to an edition, counted from 0. */
    void at(int edition) {
        index = edition;
    }

    /** Answers with this status from now on; 0 ends it. */
    void fail(int status) {
        failure = status;
    }

    /** How often the file was asked for. */
    int requests() {
        return requests;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            requests++;
            if (failure != 0) {
                exchange.sendResponseHeaders(failure, -1);
                return;
            }
            String modified = "Sun, 0" + (index + 1) + " Nov 2026 00:00:00 GMT";
            exchange.getResponseHeaders().set("Last-Modified", modified);
            if (modified.equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            byte[] body = Files.readAllBytes(editions.get(index));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The text of an edition. */
    String text(int edition) throws IOException {
        return Files.readString(editions.get(edition), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
