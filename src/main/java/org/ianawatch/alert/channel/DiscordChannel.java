package org.ianawatch.alert.channel;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.Outcome;
import org.ianawatch.fetch.Post;
import org.ianawatch.report.Json;

/** Discord, by a webhook. */
public final class DiscordChannel implements Channel {
    private final WebSender sender;

    /** A channel that has sent nothing yet. */
    public DiscordChannel(DiscordSettings settings, Post post) {
        this.sender = new WebSender(post, waiting(settings.url()), List.of(), Success.ID);
    }

    @Override
    public Outcome deliver(Message message) throws InterruptedException {
        return sender.send(Json.compact(DiscordEmbed.of(message)), Map.of());
    }

    /** Without this Discord says yes before it has kept the message. */
    private static URI waiting(URI url) {
        return URI.create(url + (url.getRawQuery() == null ? "?" : "&") + "wait=true");
    }
}
