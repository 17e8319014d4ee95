package org.ianawatch.alert.channel;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import org.ianawatch.alert.Channel;
import org.ianawatch.report.Json;
import org.jspecify.annotations.Nullable;

/**
 * Push notifications by a topic of ntfy.
 *
 * @param server such as {@code https://ntfy.sh}; no secret
 * @param topic on an open server whoever knows it can read it
 * @param token an access token; null for a topic that anybody may write to
 */
public record NtfySettings(URI server, Secret topic, @Nullable Secret token) implements ChannelSettings {
    /**
     * What a topic is.
     *
     * @throws IllegalArgumentException when the text is none; the message does not repeat it
     */
    public static void requireTopic(String text) {
        if (!text.matches("[-_A-Za-z0-9]{1,64}")) {
            throw new IllegalArgumentException("a topic has letters, digits, '-' and '_', at most 64");
        }
    }

    /**
     * What a token is; it stands in a header.
     *
     * @throws IllegalArgumentException when the text is none; the message does not repeat it
     */
    public static void requireToken(String text) {
        if (!text.matches("[!-~]+")) {
            throw new IllegalArgumentException("a token has letters, digits and signs, and no blank");
        }
    }

    @Override
    public Channel open(Context context) {
        WebSender sender =
                new WebSender(context.post(), SecretUrl.require(server), Arrays.asList(topic, token), Success.ID);
        Map<String, String> headers = token == null ? Map.of() : Map.of("Authorization", "Bearer " + token.reveal());
        return message -> sender.send(Json.compact(NtfyNotification.of(message, topic.reveal())), headers);
    }
}
