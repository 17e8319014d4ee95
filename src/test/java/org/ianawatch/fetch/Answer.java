package org.ianawatch.fetch;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** What a server says. */
final class Answer {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final boolean isChunked;

    private Answer(int status, Map<String, String> headers, byte[] body, boolean isChunked) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.isChunked = isChunked;
    }

    static Answer status(int status) {
        return new Answer(status, Map.of(), new byte[0], false);
    }

    static Answer content(String text) {
        return content(text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer content(byte[] bytes) {
        return new Answer(200, Map.of(), bytes, false);
    }

    /** A redirect. */
    static Answer to(int status, String location) {
        // Servers write UTF-8, and the JDK's takes a character for a byte.
        String bytes = new String(location.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return status(status).with("Location", bytes);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body, isChunked);
    }

    /** The same without a Content-Length. */
    Answer inChunks() {
        return new Answer(status, headers, body, true);
    }

    void give(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        long none = -1;
        long inChunks = 0;
        exchange.sendResponseHeaders(status, body.length == 0 ? none : isChunked ? inChunks : body.length);
        exchange.getResponseBody().write(body);
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return compressed.toByteArray();
    }
}
