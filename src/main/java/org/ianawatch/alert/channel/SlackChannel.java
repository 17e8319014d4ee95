package org.ianawatch.alert.channel;

import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.Outcome;
import org.ianawatch.fetch.Post;
import org.ianawatch.report.Json;

/** Slack, by an incoming webhook. */
public final class SlackChannel implements Channel {
    private final WebSender sender;

    /** A channel that has sent nothing yet. */
    public SlackChannel(SlackSettings settings, Post post) {
        this.sender = new WebSender(post, settings.url(), List.of(), Success.OK);
    }

    @Override
    public Outcome deliver(Message message) throws InterruptedException {
        return sender.send(Json.compact(SlackBlocks.of(message)), Map.of());
    }
}
