package org.ianawatch.alert.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Outcome;
import org.ianawatch.fetch.NoAnswerException;
import org.ianawatch.fetch.Post;
import org.ianawatch.report.TerminalText;
import org.jspecify.annotations.Nullable;

/** Hands JSON to a server, and says what its answer means. */
final class WebSender {
    private static final int LONGEST_EXCERPT = 200;

    private final Post post;
    private final URI url;
    private final List<@Nullable Secret> secrets;
    private final Success success;

    /**
     * A sender to one address.
     *
     * @param secrets what else is sent and must not be shown
     */
    WebSender(Post post, URI url, List<@Nullable Secret> secrets, Success success) {
        this.post = post;
        this.url = url;
        this.secrets = secrets;
        this.success = success;
    }

    Outcome send(String json, Map<String, String> headers) throws InterruptedException {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Content-Type", "application/json");
        all.putAll(headers);
        try {
            return outcome(post.send(url, all, json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoAnswerException silent) {
            String reason = SecretUrl.scrub(String.valueOf(silent.getMessage()), url, secrets);
            return silent.mayPass()
                    ? new Outcome.Failed(reason, null)
                    : new Outcome.Refused(reason + "; correct the configuration");
        }
    }

    private Outcome outcome(Post.Answer answer) {
        int status = answer.status();
        String reason = "HTTP " + status + " from " + SecretUrl.server(url) + excerpt(answer);
        if (status < 200 || status >= 300) {
            return failure(status, reason, answer);
        }
        String body = Success.bare(answer.excerpt());
        return success.isMetBy(body)
                ? new Outcome.Delivered()
                : failure(success.statusOf(body), reason + success.complaint(), answer);
    }

    private static Outcome failure(int status, String reason, Post.Answer answer) {
        return status == 408 || status == 429 || status >= 500
                ? new Outcome.Failed(reason, answer.retryAfter())
                : new Outcome.Refused(reason + "; " + advice(status));
    }

    private static String advice(int status) {
        if (status < 400) {
            return "it redirects, which is not followed: put the address that it leads to into the configuration";
        }
        return switch (status) {
            case 401, 403 -> "check the address and its secrets in the configuration";
            case 404, 410 -> "the address is gone: make a new one there and put it into the configuration";
            case 407 -> "give the proxy's name and password in HTTPS_PROXY, as http://name:password@host:port";
            default -> "the message was not accepted as it is: check that the address is one for this kind of channel";
        };
    }

    /** A page of HTML says nothing that the status does not. */
    private String excerpt(Post.Answer answer) {
        String text = Success.bare(answer.excerpt());
        if (text.isEmpty() || text.startsWith("<")) {
            return "";
        }
        String scrubbed = SecretUrl.scrub(text, url, secrets);
        return " (" + Cut.to(LONGEST_EXCERPT, TerminalText.safe(scrubbed)) + ")";
    }
}
