package org.ianawatch.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Downloads by HTTP and HTTPS, within limits, and only what changed.
 *
 * <p>Lost connections, broken bodies and the statuses 408, 429 and 5xx are retried, with pauses that grow or that the
 * server asks for by {@code Retry-After}. At most five redirects are followed, none from https to http.
 *
 * <p>For any number of threads. Its own threads do not keep the program alive.
 */
public final class Fetcher {
    private final WebClient client;
    private final Limits limits;
    private final Clock clock;
    private final UserAgent userAgent;

    /**
     * A fetcher that connects to nothing yet.
     *
     * @param clock to tell when a server wants to be asked again
     */
    public Fetcher(WebClient client, Limits limits, Clock clock, UserAgent userAgent) {
        this.client = client;
        this.limits = limits;
        this.clock = clock;
        this.userAgent = userAgent;
    }

    Limits limits() {
        return limits;
    }

    /** The same with other limits. */
    Fetcher within(Limits other) {
        return new Fetcher(client, other, clock, userAgent);
    }

    /**
     * Begins with what the first request in a process needs, in a thread of its own, and connects to nothing: TLS takes Java a
     * while, in which the caller can do something else. Where that fails, so does {@link #fetch}, and tells why.
     *
     * @param source what will be fetched
     * @return the thread, which needs no looking after
     */
    public Thread prepare(URI source) {
        Thread thread = new Thread(
                new FutureTask<>(() -> {
                    client.prepare(source);
                    return null;
                }),
                "fetch-prepare");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /**
     * Downloads a content, unless it is still the one that is known.
     *
     * @param source a URL of HTTP or HTTPS
     * @param known what this very URL sent with the content that is there already, or {@link Validators#NONE}
     * @throws SourceUnreadableException when no content came; the message is for a person
     */
    public Fetched fetch(URI source, Validators known) throws SourceUnreadableException, InterruptedException {
        return fetch(source, known, new Exchange(limits, client, userAgent.header(), known, clock));
    }

    private Fetched fetch(URI source, Validators known, Exchange exchange)
            throws SourceUnreadableException, InterruptedException {
        URI location = source;
        try {
            Redirects redirects = new Redirects(source);
            while (true) {
                location = redirects.location();
                Response response = exchange.send(location);
                int status = response.status();
                if (status == 200) {
                    return new Fetched.Downloaded(response.body(), Validators.of(response), location);
                }
                if (status == 304 && !known.isNone()) {
                    return new Fetched.NotModified(known.updatedBy(response));
                }
                if (!Redirects.isRedirect(status)) {
                    throw unreadable(
                            source, location, exchange, withPause(Failure.ofStatus(status, location), exchange), null);
                }
                redirects.follow(response);
            }
        } catch (IOException failed) {
            throw unreadable(source, location, exchange, exchange.explain(failed, location), failed);
        }
    }

    private Failure withPause(Failure failure, Exchange exchange) {
        Duration pause = exchange.wantedBeyondDeadline();
        if (pause == null) {
            return failure;
        }
        return new Failure(
                failure.cause() + ", and the server wants to be asked again in " + Quantity.of(pause) + ", at "
                        + clock.instant().plus(pause).truncatedTo(ChronoUnit.SECONDS),
                "run it again then");
    }

    private static SourceUnreadableException unreadable(
            URI source, URI location, Exchange exchange, Failure failure, @Nullable Throwable cause) {
        String via = location.equals(source) ? "" : ", redirected to " + Redirects.shown(location);
        String effort = exchange.tries() < 2
                ? ""
                : " (" + exchange.tries() + " tries in " + Quantity.of(exchange.elapsed()) + ")";
        return new SourceUnreadableException(
                "cannot read " + Redirects.shown(source) + via + ": " + failure.cause() + effort,
                "; " + failure.advice(),
                cause);
    }
}
