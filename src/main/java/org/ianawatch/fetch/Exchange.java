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
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The requests of one download, across redirects and retries. Not for several threads. */
final class Exchange {
    private final Limits limits;
    private final Connections connections;
    private final String userAgent;
    private final Validators known;
    private final Clock clock;
    private final Deadline deadline;
    private final BackoffStrategy backoff;

    private int tries;
    private int retriesLeft;
    private Duration pause = Duration.ZERO;
    private @Nullable Duration wantedBeyondDeadline;
    private Duration left;

    Exchange(Limits limits, Connections connections, String userAgent, Validators known, Clock clock) {
        this.limits = limits;
        this.connections = connections;
        this.userAgent = userAgent;
        this.known = known;
        this.deadline = new Deadline(limits.total());
        this.left = limits.total();
        this.clock = clock;
        this.backoff = BackoffStrategy.exponential(limits.firstPause(), limits.longestPause())
                .withJitter(0.5);
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
        tries = 0;
        HttpRequest request = request(uri);
        try {
            return client.build().send(request, LimitedBody.handler(limits, deadline));
        } catch (IllegalArgumentException malformed) {
            // So Java's client reports a Content-Length that is no number.
            throw new IOException("a header is malformed", malformed);
        }
    }

    /** How often the last address was asked. */
    int tries() {
        return tries;
    }

    Duration elapsed() {
        return deadline.elapsed();
    }

    /** The pause that the server wanted, and that would not have fitted into the total time, or null. */
    @Nullable
    Duration wantedBeyondDeadline() {
        return wantedBeyondDeadline;
    }

    /** Why the last try failed. */
    Failure explain(IOException failed, URI uri) {
        return Failure.of(failed, limits, left, uri, connections.proxyAddress(uri));
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
        left = deadline.remaining();
        return MutableRequest.copyOf(request).timeout(deadline.remainingAtMost(limits.idle()));
    }

    private boolean isWorthAnotherTry(Context<?> context) {
        boolean passing = context.response()
                .map(response -> HttpStatus.isPassing(response.statusCode()))
                .orElseGet(() -> Failure.isPassing(context.exception().orElseThrow()));
        if (!passing) {
            return false;
        }
        Duration wanted = context.response()
                .map(response -> RetryAfter.in(response.headers(), clock))
                .orElse(null);
        pause = wanted == null ? backoff.backoff(context) : wanted;
        if (pause.compareTo(deadline.remaining()) >= 0) {
            wantedBeyondDeadline = wanted;
            return false;
        }
        retriesLeft--;
        return true;
    }
}
