package org.ianawatch.alert.channel;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.MessageJson;
import org.ianawatch.report.TerminalText;

/**
 * A program that reads messages from its standard input. It finds the message's id, kind and rule in the environment, as
 * {@code IANAWATCH_MESSAGE_ID}, {@code IANAWATCH_MESSAGE_KIND} and {@code IANAWATCH_MESSAGE_RULE}.
 *
 * @param command the program, by a path or to be found in {@code PATH}, and its arguments; no shell reads them. Not shown,
 *     since arguments may be secret
 * @param input what it reads
 * @param limit after which it is ended
 */
public record CommandSettings(List<String> command, Input input, Duration limit) implements ChannelSettings {
    private static final BulletinEntry.Limits LIMITS = new BulletinEntry.Limits(2_000, 20_000);

    /** What a command reads from its standard input, in UTF-8. */
    public enum Input {
        /** The message as JSON, on one line. */
        JSON,
        /** What a mail would say as text. */
        TEXT
    }

    /** Settings of a command that does not change any more. */
    public CommandSettings {
        command = List.copyOf(command);
    }

    @Override
    public Channel open(Context context) {
        if (command.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("a command cannot have NUL characters");
        }
        return message ->
                Program.run(command, environment(message), text(message).getBytes(StandardCharsets.UTF_8), limit);
    }

    private static Map<String, String> environment(Message message) {
        return Map.of(
                "IANAWATCH_MESSAGE_ID",
                message.id(),
                "IANAWATCH_MESSAGE_KIND",
                message.kind().word(),
                "IANAWATCH_MESSAGE_RULE",
                TerminalText.safe(message.rule()));
    }

    private String text(Message message) {
        return switch (input) {
            case JSON -> MessageJson.write(message) + "\n";
            case TEXT -> PlainText.of(Bulletin.of(message, LIMITS));
        };
    }

    @Override
    public String toString() {
        return "CommandSettings[program=" + command.get(0) + ", input=" + input + ", limit=" + limit + "]";
    }
}
