package org.ianawatch.alert.channel;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.MessageJson;
import org.ianawatch.alert.Outcome;
import org.ianawatch.report.TerminalText;

/**
 * Any program that reads messages from its standard input. It finds the message's id, kind and rule in the environment, as
 * {@code IANAWATCH_MESSAGE_ID}, {@code IANAWATCH_MESSAGE_KIND} and {@code IANAWATCH_MESSAGE_RULE}.
 */
public final class CommandChannel implements Channel {
    private static final BulletinEntry.Limits LIMITS = new BulletinEntry.Limits(2_000, 20_000);

    private final CommandSettings settings;

    /** A channel that has started nothing yet. */
    public CommandChannel(CommandSettings settings) {
        this.settings = settings;
    }

    @Override
    public Outcome deliver(Message message) throws InterruptedException {
        Map<String, String> environment = Map.of(
                "IANAWATCH_MESSAGE_ID",
                message.id(),
                "IANAWATCH_MESSAGE_KIND",
                message.kind().word(),
                "IANAWATCH_MESSAGE_RULE",
                TerminalText.safe(message.rule()));
        byte[] input = input(message).getBytes(StandardCharsets.UTF_8);
        return Program.run(settings.command(), environment, input, settings.limit());
    }

    private String input(Message message) {
        return switch (settings.input()) {
            case JSON -> MessageJson.write(message) + "\n";
            case TEXT -> PlainText.of(Bulletin.of(message, LIMITS));
        };
    }
}
