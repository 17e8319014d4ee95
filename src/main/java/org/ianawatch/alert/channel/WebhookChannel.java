package org.ianawatch.alert.channel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.Outcome;
import org.ianawatch.fetch.Post;
import org.jspecify.annotations.Nullable;

/** Any program that listens for Standard Webhooks. The id is the message's at every try; the time is that of the try. */
public final class WebhookChannel implements Channel {
    private final WebhookSettings settings;
    private final Clock clock;
    private final WebSender sender;

    /** A channel that has sent nothing yet. */
    public WebhookChannel(WebhookSettings settings, Post post, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        List<@Nullable String> secrets = new ArrayList<>(settings.keys());
        secrets.add(settings.authorization());
        this.sender = new WebSender(post, settings.url(), secrets, Success.ANY);
    }

    @Override
    public Outcome deliver(Message message) throws InterruptedException {
        String body = WebhookBody.of(message);
        long seconds = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", message.id());
        headers.put("webhook-timestamp", Long.toString(seconds));
        headers.put("webhook-signature", WebhookSignature.of(settings.keys(), message.id(), seconds, body));
        String authorization = settings.authorization();
        if (authorization != null) {
            headers.put("Authorization", authorization);
        }
        return sender.send(body, headers);
    }
}
