package org.ianawatch.receivers;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ianawatch.alert.channel.ChannelSettings;
import org.ianawatch.alert.channel.Secret;
import org.ianawatch.fetch.Post;
import org.ianawatch.fetch.UserAgent;
import org.ianawatch.fetch.WebClient;
import org.ianawatch.made.Hang;

/** A real server that takes what is posted, and answers as it is told. */
public final class Receiver implements AutoCloseable {
    public record Request(String method, URI uri, Headers headers, String body) {}

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile Map<String, String> headers = Map.of();
    private volatile String body;

    /** A server that answers 200, and {@code 1} where Teams is asked, {@code ok} elsewhere. */
    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public Receiver answering(int otherStatus, Map<String, String> otherHeaders, String otherBody) {
        status = otherStatus;
        headers = otherHeaders;
        body = otherBody;
        return this;
    }

    /** As a configuration has the address of a hook. */
    public Secret hook(String path) {
        return new Secret(url(path).toString());
    }

    public List<Request> requests() {
        return requests;
    }

    public Request only() {
        if (requests.size() != 1) {
            throw new AssertionError(requests.size() + " requests");
        }
        return requests.get(0);
    }

    /** What reaches the server, with a few seconds for it; no file is written in place. */
    public static ChannelSettings.Context context(Clock clock) {
        Post post = new Post(new WebClient(Map.of()), Hang.LIMIT, Hang.LIMIT, clock, new UserAgent("0.0.0", null));
        return new ChannelSettings.Context(post, clock, (file, reason) -> {
            throw new AssertionError(file + " was written in place: " + reason);
        });
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(new Request(
                    exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), text));
            headers.forEach(exchange.getResponseHeaders()::set);
            boolean isTeams = exchange.getRequestURI().getPath().startsWith("/teams");
            String answer = body == null ? isTeams ? "1" : "ok" : body;
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
