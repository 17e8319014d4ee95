package org.ianawatch.alert;

import java.time.Instant;
import java.util.List;

/** A message that a person sends to try a channel out. */
public final class Trial {
    /** The name under which it goes, where other messages name their rule. */
    public static final String TRIAL = "trial";

    private Trial() {}

    /**
     * A message that says that it is one.
     *
     * @param registry IANA's name of the registry
     * @param channel the name of the channel that carries it
     */
    public static Message message(String registry, String channel, Instant now) {
        String id = MessageId.of(List.of(registry, TRIAL, channel, now.toString()));
        return new Message(
                id,
                now,
                Message.Kind.TRIAL,
                registry,
                List.of(TRIAL),
                MessageId.threadOf(id),
                "a trial of channel '" + channel + "': it works",
                "Nothing happened to the registry. 'ianawatch alerts try' sent this.",
                List.of());
    }
}
