package org.ianawatch.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends something by HTTP or HTTPS, once: nothing is retried and no redirect is followed. Proxies are those of
 * {@link Fetcher}. For any number of threads.
 */
public final class Post {
    private static final int EXCERPT_BYTES = 1024;

    private final Limits limits;
    private final Clock clock;
    private final UserAgent userAgent;
    private final @Nullable SSLContext trust;
    private final Proxies proxies;

    /**
     * What a server answered.
     *
     * @param status of HTTP
     * @param retryAfter how long the server wants to be left alone, a day at most; null where it does not say
     * @param excerpt the first kilobyte of the body; untrusted, and a server may repeat the address in it
     */
    public record Answer(int status, @Nullable Duration retryAfter, String excerpt) {}

    /**
     * A sender that connects to nothing yet.
     *
     * @param connect the time to make a connection
     * @param total the time until the answer is there
     * @param environment where proxies are named
     * @param clock to tell when a server wants to be asked again
     */
    public Post(Duration connect, Duration total, Map<String, String> environment, Clock clock, UserAgent userAgent) {
        this(connect, total, environment, clock, userAgent, null);
    }

    Post(
            Duration connect,
            Duration total,
            Map<String, String> environment,
            Clock clock,
            UserAgent userAgent,
            @Nullable SSLContext trust) {
        // There is one try, so the total time always ends before the idle time.
        this.limits = new Limits(
                connect, total.plusMillis(1), total, EXCERPT_BYTES, 0, Duration.ofSeconds(1), Duration.ofSeconds(1));
        this.clock = clock;
        this.userAgent = userAgent;
        this.trust = trust;
        this.proxies = new Proxies(Map.copyOf(environment));
    }

    /**
     * Sends it.
     *
     * @param headers what stands beside {@code User-Agent}; {@code Content-Type} among them
     * @throws NoAnswerException when no status came in time
     */
    public Answer send(URI uri, Map<String, String> headers, byte[] body)
            throws NoAnswerException, InterruptedException {
        try (Connections connections = new Connections(limits.connect(), proxies, trust)) {
            try {
                return send(uri, headers, body, connections);
            } catch (IOException failed) {
                Failure failure = Failure.of(failed, limits, limits.total(), uri, connections.proxyAddress(uri));
                throw new NoAnswerException(failure.cause(), !(failed instanceof RefusedException), failed);
            }
        }
    }

    private Answer send(URI uri, Map<String, String> headers, byte[] body, Connections connections)
            throws IOException, InterruptedException {
        Deadline deadline = new Deadline(limits.total());
        Redirects.requireWeb(uri, "the address");
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("User-Agent", userAgent.header())
                .timeout(limits.total())
                .POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        String authorization = connections.proxyAuthorization(uri);
        if (authorization != null) {
            request.header("Proxy-Authorization", authorization);
        }
        HttpResponse<String> response =
                connections.to(uri).send(request.build(), unused -> new ShortBody(EXCERPT_BYTES, deadline.remaining()));
        return new Answer(response.statusCode(), RetryAfter.atMostADay(response.headers(), clock), response.body());
    }
}
