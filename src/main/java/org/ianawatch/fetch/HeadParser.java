package org.ianawatch.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/** Reads the head of an answer to its empty line. The library takes the end of the connection for the end of the head. */
final class HeadParser extends DefaultHttpResponseParser {
    private static final String BROKEN_OFF = "its head breaks off";

    HeadParser(Http1Config limits) {
        super(limits);
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
        Watched watched = new Watched(in);
        try {
            ClassicHttpResponse response = super.parse(buffer, watched);
            if (watched.isAtEnd) {
                throw new ConnectionClosedException(BROKEN_OFF);
            }
            return response;
        } catch (HttpException half) {
            if (watched.isAtEnd) {
                throw new ConnectionClosedException(BROKEN_OFF);
            }
            throw half;
        }
    }

    private static final class Watched extends FilterInputStream {
        private boolean isAtEnd;

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            isAtEnd = count < 0;
            return count;
        }
    }
}
