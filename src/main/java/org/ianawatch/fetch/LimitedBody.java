package org.ianawatch.fetch;

import com.github.mizosoft.methanol.MoreBodyHandlers;
import com.github.mizosoft.methanol.MoreBodySubscribers;
import java.io.EOFException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Collects a body, until it is too large or too late. */
final class LimitedBody implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> collector = BodySubscribers.ofByteArray();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final long maximumBytes;
    private long bytes;
    private volatile @Nullable Subscription subscription;

    private LimitedBody(long maximumBytes) {
        this.maximumBytes = maximumBytes;
    }

    /**
     * Reads and decompresses the content of a 200; what stands below any other status is not read at all.
     *
     * @param deadline by which the body must be complete
     */
    static BodyHandler<byte[]> handler(Limits limits, Deadline deadline) {
        BodyHandler<byte[]> decoding = MoreBodyHandlers.decoding(
                decoded -> new LimitedBody(limits.maximumBytes()).within(deadline.remaining()));
        return response -> {
            if (response.statusCode() != 200) {
                return new UnreadBody();
            }
            return isTooLarge(response, limits.maximumBytes())
                    ? new UnreadBody(tooLarge(limits.maximumBytes()))
                    : new QuietBody(MoreBodySubscribers.withReadTimeout(decoding.apply(response), limits.idle()));
        };
    }

    private static boolean isTooLarge(ResponseInfo response, long maximumBytes) {
        return response.headers().firstValueAsLong("Content-Length").orElse(0) > maximumBytes;
    }

    private static RefusedException tooLarge(long maximumBytes) {
        return new RefusedException(
                "the answer is larger than " + Quantity.of(maximumBytes),
                "check that this is the address of the registry, or allow more with --max-size");
    }

    private LimitedBody within(Duration remaining) {
        body.orTimeout(remaining.toNanos(), TimeUnit.NANOSECONDS);
        return this;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        CompletableFuture<byte[]> given = new CompletableFuture<>();
        CompletionStage<byte[]> end = body;
        end.whenComplete((collected, failed) -> {
            if (failed == null) {
                given.complete(collected);
            } else {
                // In this order: Java 25 takes a cancellation for the cause of the failure if it comes first.
                given.completeExceptionally(failed);
                // Without this the connection would go on after the time is up.
                cancel();
            }
        });
        return given;
    }

    @Override
    public void onSubscribe(Subscription upstream) {
        subscription = upstream;
        collector.onSubscribe(upstream);
        collector.getBody().whenComplete((collected, failed) -> {
            if (failed == null) {
                body.complete(collected);
            } else {
                body.completeExceptionally(failed);
            }
        });
        if (body.isCompletedExceptionally()) {
            cancel();
        }
    }

    private void cancel() {
        Subscription upstream = subscription;
        if (upstream != null) {
            upstream.cancel();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            bytes += buffer.remaining();
        }
        if (bytes > maximumBytes) {
            body.completeExceptionally(tooLarge(maximumBytes));
        } else if (!body.isDone()) {
            collector.onNext(buffers);
        }
    }

    /** The decoder's own failures come bare; the client wraps those of the connection. */
    @Override
    public void onError(Throwable failed) {
        collector.onError(failed instanceof EOFException ? new ZipException(failed.getMessage()) : failed);
    }

    @Override
    public void onComplete() {
        collector.onComplete();
    }
}
