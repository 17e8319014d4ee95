package org.ianawatch.fetch;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The beginning of a body, as far as it came: neither its length nor its failing nor its lateness is an error. */
final class ShortBody implements BodySubscriber<String> {
    private final ByteArrayOutputStream start = new ByteArrayOutputStream();
    private final CompletableFuture<String> body = new CompletableFuture<>();
    private final int mostBytes;
    private volatile @Nullable Subscription subscription;

    /**
     * Reads as UTF-8.
     *
     * @param mostBytes the rest is not read
     * @param wait how long to read
     */
    ShortBody(int mostBytes, Duration wait) {
        this.mostBytes = mostBytes;
        body.completeOnTimeout("", wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public CompletionStage<String> getBody() {
        return body.thenApply(unused -> {
            cancel();
            return text();
        });
    }

    @Override
    public void onSubscribe(Subscription upstream) {
        subscription = upstream;
        upstream.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (append(buffers) >= mostBytes) {
            onComplete();
        }
    }

    @Override
    public void onError(Throwable failed) {
        onComplete();
    }

    @Override
    public void onComplete() {
        body.complete("");
    }

    private int append(List<ByteBuffer> buffers) {
        synchronized (start) {
            for (ByteBuffer buffer : buffers) {
                byte[] bytes = new byte[Math.min(buffer.remaining(), mostBytes - start.size())];
                buffer.get(bytes);
                start.write(bytes, 0, bytes.length);
            }
            return start.size();
        }
    }

    private String text() {
        synchronized (start) {
            return start.toString(StandardCharsets.UTF_8);
        }
    }

    private void cancel() {
        Subscription upstream = subscription;
        if (upstream != null) {
            upstream.cancel();
        }
    }
}
