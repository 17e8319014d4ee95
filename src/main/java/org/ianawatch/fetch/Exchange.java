package org.ianawatch.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The requests of one download, across redirects and retries. Not for several threads. */
final class Exchange {
    private static final int MOST_DOUBLINGS = 30;

    private final Limits limits;
    private final WebClient client;
    private final String userAgent;
    private final Validators known;
    private final Clock clock;
    private final Deadline deadline;

    private int tries;
    private int retries;
    private @Nullable Duration wantedBeyondDeadline;

    Exchange(Limits limits, WebClient client, String userAgent, Validators known, Clock clock) {
        this.limits = limits;
        this.client = client;
        this.userAgent = userAgent;
        this.known = known;
        this.deadline = new Deadline(limits.total());
        this.clock = clock;
    }

    /** Asks one address until it answers for good; the answer may still be a redirect or an error. */
    Response send(URI uri) throws IOException, InterruptedException {
        tries = 0;
        Call call = call(uri);
        RequestListener listener = client.listener();
        String address = Redirects.shown(uri);
        while (true) {
            tries++;
            listener.asks("GET", address, condition(call));
            try {
                Response response = client.send(
                        call,
                        deadline,
                        answer -> Response.of(
                                answer,
                                limits.maximumBytes(),
                                (bytes, expected) -> listener.receives(address, bytes, expected)));
                listener.answered(address, response.status(), response.body().length);
                if (!HttpStatus.isPassing(response.status())
                        || !pauseFor(RetryAfter.in(response.header("Retry-After"), clock))) {
                    return response;
                }
            } catch (IOException failed) {
                listener.failed(address, explain(failed, uri).cause());
                if (!Failure.isPassing(failed) || !pauseFor(null)) {
                    throw failed;
                }
            }
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
        return Failure.of(failed, limits, uri, client.proxies().addressToReach(uri));
    }

    private static String condition(Call call) {
        return call.headers()
                .getOrDefault(Validators.IF_NONE_MATCH, call.headers().getOrDefault(Validators.IF_MODIFIED_SINCE, ""));
    }

    private Call call(URI uri) throws RefusedException {
        Map<String, String> headers = new HashMap<>();
        headers.put(Call.USER_AGENT, userAgent);
        headers.put("Accept-Encoding", ContentCoding.GZIP);
        known.condition(headers);
        return new Call(
                uri,
                Redirects.requireWeb(uri, "this"),
                client.proxies().toReach(uri),
                headers,
                null,
                limits.connect(),
                limits.idle());
    }

    /** Pauses before another try; false, without a pause, when there is to be none. */
    private boolean pauseFor(@Nullable Duration wanted) throws InterruptedException {
        if (retries == limits.retries()) {
            return false;
        }
        Duration pause = wanted == null ? backoff() : wanted;
        if (pause.compareTo(deadline.remaining()) >= 0) {
            wantedBeyondDeadline = wanted;
            return false;
        }
        retries++;
        client.listener().pauses(pause);
        Thread.sleep(pause.toMillis(), pause.toNanosPart() % 1_000_000);
        return true;
    }

    /** Doubles with each retry; up to half of it is taken off, so that not all who failed together come back together. */
    private Duration backoff() {
        long factor = 1L << Math.min(retries, MOST_DOUBLINGS);
        Duration doubled = limits.firstPause().multipliedBy(factor);
        Duration longest = doubled.compareTo(limits.longestPause()) < 0 ? doubled : limits.longestPause();
        return longest.minus(
                longest.dividedBy(1000).multipliedBy(ThreadLocalRandom.current().nextInt(500)));
    }
}
