package org.ianawatch.alert.channel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A program that listens for Standard Webhooks 1.0.0. The id is the message's at every try; the time is that of the try.
 *
 * @param url where it listens
 * @param keys at least one, the newest first. All of them sign, so that a receiver can change from an old one to a new one
 * @param authorization the value of the header {@code Authorization}; null for none
 */
public record WebhookSettings(Secret url, List<Secret> keys, @Nullable Secret authorization)
        implements ChannelSettings {
    /** Settings of a list that does not change any more. */
    public WebhookSettings {
        keys = List.copyOf(keys);
    }

    /**
     * What a key is.
     *
     * @throws IllegalArgumentException when the text is none; the message does not repeat it
     */
    public static void requireKey(String text) {
        WebhookSignature.decode(text);
    }

    /**
     * What the value of a header is.
     *
     * @throws IllegalArgumentException when the text is none; the message does not repeat it
     */
    public static void requireAuthorization(String text) {
        if (!text.matches("[ -~]+")) {
            throw new IllegalArgumentException("a header has letters, digits, signs and blanks");
        }
    }

    @Override
    public Channel open(Context context) {
        List<@Nullable Secret> secrets = new ArrayList<>(keys);
        secrets.add(authorization);
        WebSender sender = new WebSender(context.post(), SecretUrl.of(url), secrets, Success.ANY);
        return message -> {
            String body = WebhookBody.of(message);
            return sender.send(
                    body, headers(message.id(), context.clock().instant().getEpochSecond(), body));
        };
    }

    private Map<String, String> headers(String id, long seconds, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(seconds));
        headers.put("webhook-signature", WebhookSignature.of(keys, id, seconds, body));
        if (authorization != null) {
            headers.put("Authorization", authorization.reveal());
        }
        return headers;
    }
}
