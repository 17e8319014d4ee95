package org.ianawatch.alert.channel;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Channel;
import org.ianawatch.report.Json;

/**
 * Discord, by a webhook.
 *
 * @param url the webhook's
 */
public record DiscordSettings(Secret url) implements ChannelSettings {
    @Override
    public Channel open(Context context) {
        WebSender sender = new WebSender(context.post(), waiting(SecretUrl.of(url)), List.of(), Success.ID);
        return message -> sender.send(Json.compact(DiscordEmbed.of(message)), Map.of());
    }

    /** Without this Discord says yes before it has kept the message. */
    private static URI waiting(URI url) {
        return URI.create(url + (url.getRawQuery() == null ? "?" : "&") + "wait=true");
    }
}
