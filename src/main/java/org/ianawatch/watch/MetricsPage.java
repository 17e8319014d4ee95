package org.ianawatch.watch;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The metrics, as OpenMetrics for those who accept it, else in Prometheus' own text format. */
public final class MetricsPage implements Page {
    private static final int OK = 200;

    private final Board board;
    private final Clock clock;
    private final String version;
    private final ExpositionFormats formats = ExpositionFormats.init();

    /**
     * A page on a watch.
     *
     * @param version of the program
     */
    public MetricsPage(Board board, Clock clock, String version) {
        this.board = board;
        this.clock = clock;
        this.version = version;
    }

    @Override
    public Answer answer(@Nullable String accept) {
        ExpositionFormatWriter writer = writer(accept);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            writer.write(body, Metrics.of(board, clock.instant(), version));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Answer(OK, writer.getContentType(), body.toByteArray());
    }

    /** The library would choose Protocol Buffers, too, which a Prometheus may ask for first, and which is not here. */
    private ExpositionFormatWriter writer(@Nullable String accept) {
        ExpositionFormatWriter openMetrics = formats.getOpenMetricsTextFormatWriter();
        return openMetrics.accepts(accept) ? openMetrics : formats.getPrometheusTextFormatWriter();
    }
}
