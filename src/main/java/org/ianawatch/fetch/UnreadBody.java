package org.ianawatch.fetch;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Leaves a body where it is. */
final class UnreadBody implements BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> body;

    UnreadBody() {
        this.body = CompletableFuture.completedFuture(new byte[0]);
    }

    UnreadBody(RefusedException refusal) {
        this.body = CompletableFuture.failedFuture(refusal);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {}

    @Override
    public void onError(Throwable failed) {}

    @Override
    public void onComplete() {}
}
