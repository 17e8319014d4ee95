package org.ianawatch.fetch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** A server that gives prepared answers, and remembers what it was asked. */
final class WebServer implements AutoCloseable {
    /** A request, as it came. */
    record Request(String path, Headers headers, int clientPort) {
        /** The values of a header, all of them. */
        List<String> header(String name) {
            return headers.getOrDefault(name, List.of());
        }
    }

    private final HttpServer server;
    private final String scheme;
    private final Map<String, List<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** A server of HTTP. */
    WebServer() {
        this("http", null);
    }

    /** A server of HTTPS. */
    WebServer(SSLContext identity) {
        this("https", identity);
    }

    private WebServer(String scheme, SSLContext identity) {
        this.scheme = scheme;
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            if (identity == null) {
                server = HttpServer.create(address, 0);
            } else {
                HttpsServer secure = HttpsServer.create(address, 0);
                secure.setHttpsConfigurator(new HttpsConfigurator(identity));
                server = secure;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Gives these answers below a path, one after the other, and the last of them for good. */
    WebServer at(String path, Answer... inTurn) {
        answers.put(path, new CopyOnWriteArrayList<>(inTurn));
        return this;
    }

    URI uri(String path) {
        return URI.create(scheme + "://127.0.0.1:" + port() + path);
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Request> requests() {
        return requests;
    }

    /** The paths that were asked for, with their queries, in their order. */
    List<String> paths() {
        return requests.stream().map(Request::path).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI asked = exchange.getRequestURI();
            String path = asked.getRawPath() + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery());
            requests.add(new Request(
                    path,
                    exchange.getRequestHeaders(),
                    exchange.getRemoteAddress().getPort()));
            List<Answer> left = answers.getOrDefault(path, List.of(Answer.status(404)));
            Answer answer = left.size() > 1 ? left.remove(0) : left.get(0);
            answer.give(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
