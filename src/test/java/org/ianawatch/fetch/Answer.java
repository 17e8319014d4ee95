package org.ianawatch.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** What a server says. With chunks there is no Content-Length. */
record Answer(int status, Map<String, String> headers, byte[] body, boolean chunked) {
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
        return status(status).with("Location", location);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body, chunked);
    }

    Answer inChunks() {
        return new Answer(status, headers, body, true);
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
