package org.ianawatch.alert.channel;

import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Channel;
import org.ianawatch.report.Json;

/**
 * Microsoft Teams, by a workflow that posts the Adaptive Card which it receives.
 *
 * @param url the workflow's
 */
public record TeamsSettings(Secret url) implements ChannelSettings {
    @Override
    public Channel open(Context context) {
        WebSender sender = new WebSender(context.post(), SecretUrl.of(url), List.of(), Success.TEAMS);
        return message -> sender.send(Json.compact(TeamsCard.of(message)), Map.of());
    }
}
