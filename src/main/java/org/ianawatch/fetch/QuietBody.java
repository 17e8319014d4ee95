package org.ianawatch.fetch;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Keeps back what comes after a body was cancelled: Java 25 then reports an error to the very subscriber that cancelled,
 * and Methanol would log it.
 */
final class QuietBody implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> reader;
    private volatile boolean isCancelled;

    QuietBody(BodySubscriber<byte[]> reader) {
        this.reader = reader;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return reader.getBody();
    }

    @Override
    public void onSubscribe(Subscription upstream) {
        reader.onSubscribe(new Subscription() {
            @Override
            public void request(long buffers) {
                upstream.request(buffers);
            }

            @Override
            public void cancel() {
                isCancelled = true;
                upstream.cancel();
            }
        });
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        reader.onNext(buffers);
    }

    @Override
    public void onError(Throwable failed) {
        if (!isCancelled) {
            reader.onError(failed);
        }
    }

    @Override
    public void onComplete() {
        reader.onComplete();
    }
}
