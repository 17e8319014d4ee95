package org.ianawatch.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** How a content was compressed for its way (RFC 9110, section 8.4). */
final class ContentCoding {
    /** What is asked for. */
    static final String GZIP = "gzip";

    /** As curl: each layer can make the content a thousand times as large. */
    private static final int MOST_LAYERS = 5;

    private ContentCoding() {}

    /**
     * Undoes it.
     *
     * @param codings the values of {@code Content-Encoding}, in the order in which they were applied
     * @throws RefusedException for anything but gzip
     */
    static InputStream undo(List<String> codings, InputStream content) throws IOException {
        int layers = layers(codings);
        InputStream plain = content;
        for (int layer = 0; layer < layers; layer++) {
            plain = new GZIPInputStream(new NeverAtEnd(plain));
        }
        return plain;
    }

    private static int layers(List<String> codings) throws RefusedException {
        List<String> layers = new ArrayList<>();
        for (String coding : String.join(",", codings).split(",", -1)) {
            String name = coding.strip().toLowerCase(Locale.ROOT);
            switch (name) {
                case "", "identity" -> {}
                case GZIP, "x-gzip" -> layers.add(name);
                default -> throw refused("in a way that was not asked for (" + coding.strip() + ")");
            }
        }
        if (layers.size() > MOST_LAYERS) {
            throw refused(layers.size() + " times over");
        }
        return layers.size();
    }

    private static RefusedException refused(String how) {
        return new RefusedException("the answer is compressed " + how, Failure.CHECK_ADDRESS);
    }

    /** Java takes a stream that has nothing at hand for ended, and leaves out a part that follows. */
    private static final class NeverAtEnd extends FilterInputStream {
        NeverAtEnd(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 1;
        }
    }
}
