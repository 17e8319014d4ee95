package org.ianawatch.fetch;

import com.github.mizosoft.methanol.Methanol;
import com.github.mizosoft.methanol.MutableRequest;
import com.github.mizosoft.methanol.RetryInterceptor;
import com.github.mizosoft.methanol.RetryInterceptor.BackoffStrategy;
import com.github.mizosoft.methanol.RetryInterceptor.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The requests of one download, across redirects and retries. Not for several threads. */
final class Exchange {
    private final Limits limits;
    private final Connections connections;
    private final String userAgent;
    private final Validators known;
    private final Deadline deadline;
    private final BackoffStrategy backoff;

    private int tries;
    private int retriesLeft;
    private Duration pause = Duration.ZERO;
    private @Nullable Duration pauseBeyondDeadline;
    private boolean totalEndsBeforeIdle;

    Exchange(Limits limits, Connections connections, String userAgent, Validators known) {
        this.limits = limits;
        this.connections = connections;
        this.userAgent = userAgent;
        this.known = known;
        this.deadline = new Deadline(limits.total());
        this.backoff =
                BackoffStrategy.retryAfterOr(BackoffStrategy.exponential(limits.firstPause(), limits.longestPause())
                        .withJitter(0.5));
        this.retriesLeft = limits.retries();
    }

    /** Asks one address until it answers for good; the answer may still be a redirect or an error. */
    HttpResponse<byte[]> send(URI uri) throws IOException, InterruptedException {
        Methanol.WithClientBuilder client = Methanol.newBuilder(connections.to(uri));
        client.autoAcceptEncoding(false);
        if (retriesLeft > 0) {
            client.interceptor(RetryInterceptor.newBuilder()
                    .maxRetries(retriesLeft)
                    .on(this::isWorthAnotherTry)
                    .backoff(context -> pause)
                    .build());
        }
        client.interceptor(Methanol.Interceptor.create(this::limitTry));
        return client.build().send(request(uri), LimitedBody.handler(limits, deadline));
    }

    /** How often a server was asked so far. */
    int tries() {
        return tries;
    }

    Duration elapsed() {
        return deadline.elapsed();
    }

    /** The pause that would not have fitted into the total time, or null. */
    @Nullable
    Duration pauseBeyondDeadline() {
        return pauseBeyondDeadline;
    }

    /** Why the last try failed. */
    Failure explain(IOException failed, URI uri) {
        return Failure.of(failed, limits, totalEndsBeforeIdle, uri, connections.proxyAddress(uri));
    }

    private HttpRequest request(URI uri) throws RefusedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).header("User-Agent", userAgent).header("Accept-Encoding", "gzip");
        known.condition(request);
        String authorization = connections.proxyAuthorization(uri);
        if (authorization != null) {
            request.header("Proxy-Authorization", authorization);
        }
        return request.build();
    }

    private HttpRequest limitTry(HttpRequest request) {
        tries++;
        totalEndsBeforeIdle = deadline.remaining().compareTo(limits.idle()) < 0;
        return MutableRequest.copyOf(request).timeout(deadline.remainingAtMost(limits.idle()));
    }

    private boolean isWorthAnotherTry(Context<?> context) {
        boolean passing = context.response()
                .map(response -> isPassing(response.statusCode()))
                .orElseGet(() -> Failure.isPassing(context.exception().orElseThrow()));
        if (!passing) {
            return false;
        }
        pause = backoff.backoff(context);
        if (pause.compareTo(deadline.remaining()) >= 0) {
            pauseBeyondDeadline = pause;
            return false;
        }
        retriesLeft--;
        return true;
    }

    private static boolean isPassing(int status) {
        return status == 408 || status == 429 || status >= 500;
    }
}
