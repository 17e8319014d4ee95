package org.ianawatch.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * Sends something by HTTP or HTTPS, once: nothing is retried and no redirect is followed. For any number of threads.
 */
public final class Post {
    private static final int EXCERPT_BYTES = 1 << 16;

    private final WebClient client;
    private final Limits limits;
    private final Clock clock;
    private final UserAgent userAgent;

    /**
     * What a server answered.
     *
     * @param status of HTTP
     * @param retryAfter how long the server wants to be left alone, a day at most; null where it does not say
     * @param excerpt the first 64 KiB of the body; untrusted, and a server may repeat the address in it
     */
    public record Answer(int status, @Nullable Duration retryAfter, String excerpt) {}

    /**
     * A sender that connects to nothing yet.
     *
     * @param connect the time to make a connection
     * @param total the time until the answer is there
     * @param clock to tell when a server wants to be asked again
     */
    public Post(WebClient client, Duration connect, Duration total, Clock clock, UserAgent userAgent) {
        this.client = client;
        // There is one try, so the total time always ends before the idle time.
        this.limits = new Limits(
                connect, total.multipliedBy(2), total, EXCERPT_BYTES, 0, Duration.ofSeconds(1), Duration.ofSeconds(1));
        this.clock = clock;
        this.userAgent = userAgent;
    }

    /**
     * Sends it.
     *
     * @param headers what stands beside {@code User-Agent}; {@code Content-Type} among them
     * @throws NoAnswerException when no status came in time
     */
    public Answer send(URI uri, Map<String, String> headers, byte[] body)
            throws NoAnswerException, InterruptedException {
        try {
            return exchange(uri, headers, body);
        } catch (IOException failed) {
            Failure failure = Failure.of(failed, limits, uri, client.proxies().addressToReach(uri));
            client.listener().failed(origin(uri), failure.cause());
            throw new NoAnswerException(failure.cause(), !(failed instanceof RefusedException), failed);
        }
    }

    private Answer exchange(URI uri, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(Call.USER_AGENT, userAgent.header());
        Call call = new Call(
                uri,
                Redirects.requireWeb(uri, "the address"),
                client.proxies().toReach(uri),
                all,
                body,
                limits.connect(),
                limits.idle());
        Beginning beginning = new Beginning();
        client.listener().asks("POST", origin(uri), "");
        try {
            client.send(call, new Deadline(limits.total()), beginning::read);
        } catch (OutOfTimeException late) {
            if (!beginning.hasStatus()) {
                throw late;
            }
        }
        Answer answer = beginning.answer(clock);
        client.listener()
                .answered(origin(uri), answer.status(), answer.excerpt().length());
        return answer;
    }

    /** The path of a hook is as good as a password. */
    private static String origin(URI uri) {
        WebAddress server = WebAddress.of(uri);
        return server == null ? "what is no address" : uri.getScheme() + "://" + server.host();
    }

    /** An answer, as far as it came: neither the length nor the failing nor the lateness of its body is an error. */
    private static final class Beginning {
        private final ByteArrayOutputStream start = new ByteArrayOutputStream();
        private @Nullable ClassicHttpResponse response;

        Beginning read(ClassicHttpResponse answered) {
            synchronized (this) {
                response = answered;
            }
            HttpEntity entity = answered.getEntity();
            if (entity != null) {
                try {
                    read(entity.getContent());
                } catch (IOException broken) {
                    return this;
                }
            }
            return this;
        }

        private void read(InputStream content) throws IOException {
            byte[] buffer = new byte[EXCERPT_BYTES];
            int length = content.read(buffer);
            while (length >= 0 && append(buffer, length) < EXCERPT_BYTES) {
                length = content.read(buffer);
            }
        }

        private synchronized int append(byte[] bytes, int length) {
            start.write(bytes, 0, Math.min(length, EXCERPT_BYTES - start.size()));
            return start.size();
        }

        synchronized boolean hasStatus() {
            return response != null;
        }

        synchronized Answer answer(Clock clock) {
            ClassicHttpResponse answered = java.util.Objects.requireNonNull(response);
            return new Answer(
                    answered.getCode(),
                    RetryAfter.atMostADay(Response.header(answered, "Retry-After"), clock),
                    start.toString(StandardCharsets.UTF_8));
        }
    }
}
