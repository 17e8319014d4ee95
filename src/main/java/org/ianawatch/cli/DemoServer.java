package org.ianawatch.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import org.ianawatch.cli.sync.ListenAddress;
import org.ianawatch.registry.Sha256;

/** Serves one file on the loopback interface, with an entity tag, as a registry would. */
final class DemoServer implements AutoCloseable {
    private static final String PATH = "/registry.csv";
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int NO_BODY = -1;

    private final HttpServer server;
    private volatile byte[] content = {};

    DemoServer() throws IOException {
        server = HttpServer.create(ListenAddress.loopback(0), 0);
        server.createContext(PATH, this::answer);
        server.start();
    }

    /** From now on it has this content. */
    void serve(byte[] bytes) {
        content = bytes.clone();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String entityTag = '"' + Sha256.of(content).digits() + '"';
            exchange.getResponseHeaders().set("ETag", entityTag);
            if (entityTag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(NOT_MODIFIED, NO_BODY);
                return;
            }
            exchange.sendResponseHeaders(OK, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
