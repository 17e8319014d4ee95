package org.ianawatch.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** What a server answered. A character of a header stands for a byte. */
final class Response {
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 9;

    private final ClassicHttpResponse response;
    private final byte[] body;

    private Response(ClassicHttpResponse response, byte[] body) {
        this.response = response;
        this.body = body;
    }

    /** Reads and decompresses the content of a 200; what stands below any other status is not read at all. */
    static Response of(ClassicHttpResponse response, long maximumBytes, Progress progress) throws IOException {
        HttpEntity entity = response.getEntity();
        if (response.getCode() != 200 || entity == null) {
            return new Response(response, new byte[0]);
        }
        int most = (int) Math.min(maximumBytes, LARGEST_ARRAY);
        if (entity.getContentLength() > most) {
            throw tooLarge(most);
        }
        List<String> codings = Arrays.stream(response.getHeaders("Content-Encoding"))
                .map(Header::getValue)
                .toList();
        InputStream plain = ContentCoding.undo(codings, entity.getContent());
        byte[] body =
                new Watched(plain, codings.isEmpty() ? entity.getContentLength() : -1, progress).readNBytes(most + 1);
        if (body.length > most) {
            throw tooLarge(most);
        }
        return new Response(response, body);
    }

    /** Hears how far the content is. */
    interface Progress {
        void received(long bytes, long expectedBytes);
    }

    private static final class Watched extends FilterInputStream {
        private final long expectedBytes;
        private final Progress progress;
        private long bytes;

        Watched(InputStream in, long expectedBytes, Progress progress) {
            super(in);
            this.expectedBytes = expectedBytes;
            this.progress = progress;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                bytes += count;
                progress.received(bytes, expectedBytes);
            }
            return count;
        }
    }

    private static RefusedException tooLarge(int most) {
        return new RefusedException(
                "the answer is larger than " + Quantity.of(most),
                "check that this is the address of the registry, or allow more with --max-size");
    }

    int status() {
        return response.getCode();
    }

    /** The first header of that name, or null. */
    @Nullable
    String header(String name) {
        return header(response, name);
    }

    static @Nullable String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /** The content, decompressed; empty unless the status is 200. */
    byte[] body() {
        return body;
    }
}
