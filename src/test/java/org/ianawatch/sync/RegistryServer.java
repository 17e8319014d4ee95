package org.ianawatch.sync;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A real server of one content, which a test changes as it goes on. It answers conditional requests by its entity tag. */
final class RegistryServer implements AutoCloseable {
    private final HttpServer server;
    private final List<Headers> requests = new ArrayList<>();
    private byte[] body = {};
    private @Nullable String entityTag;
    private @Nullable String lastModified;
    private int status = 200;

    RegistryServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The address of the content by this path; all paths have the same content. */
    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Gives this content from now on; without a tag the server cannot say that nothing changed. */
    synchronized void publish(byte[] content, @Nullable String tag) {
        body = content.clone();
        entityTag = tag;
        status = 200;
    }

    /** Says from now on when the content was changed last; null for nothing. */
    synchronized void changedAt(@Nullable String time) {
        lastModified = time;
    }

    /** Answers with this status and nothing else from now on. */
    synchronized void fail(int failure) {
        status = failure;
    }

    /** The value that the last request had in a header, or null. */
    synchronized @Nullable String lastRequest(String header) {
        return requests.get(requests.size() - 1).getFirst(header);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestHeaders());
            if (status != 200) {
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            if (lastModified != null) {
                exchange.getResponseHeaders().set("Last-Modified", lastModified);
            }
            if (entityTag != null) {
                exchange.getResponseHeaders().set("ETag", entityTag);
                if (entityTag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                    exchange.sendResponseHeaders(304, -1);
                    return;
                }
            }
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
