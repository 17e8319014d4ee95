package org.ianawatch.alert.channel;

import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.Outcome;
import org.ianawatch.fetch.Post;
import org.ianawatch.report.Json;

/** Microsoft Teams, by a workflow that posts the Adaptive Card which it receives. */
public final class TeamsChannel implements Channel {
    private final WebSender sender;

    /** A channel that has sent nothing yet. */
    public TeamsChannel(TeamsSettings settings, Post post) {
        this.sender = new WebSender(post, settings.url(), List.of(), Success.TEAMS);
    }

    @Override
    public Outcome deliver(Message message) throws InterruptedException {
        return sender.send(Json.compact(TeamsCard.of(message)), Map.of());
    }
}
