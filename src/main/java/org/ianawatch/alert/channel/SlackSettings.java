package org.ianawatch.alert.channel;

import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Channel;
import org.ianawatch.report.Json;

/**
 * Slack, by an incoming webhook.
 *
 * @param url the webhook's
 */
public record SlackSettings(Secret url) implements ChannelSettings {
    @Override
    public Channel open(Context context) {
        WebSender sender = new WebSender(context.post(), SecretUrl.of(url), List.of(), Success.OK);
        return message -> sender.send(Json.compact(SlackBlocks.of(message)), Map.of());
    }
}
