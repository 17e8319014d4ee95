package org.ianawatch.alert.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Channel;

/**
 * Mails by a program of this machine that takes what {@code sendmail} takes.
 *
 * @param to the receivers, at least one
 * @param program its path, such as {@code /usr/sbin/sendmail}
 * @param limit the time for handing one over
 */
public record SendmailSettings(MailAddress from, List<MailAddress> to, String program, Duration limit)
        implements ChannelSettings {
    @Override
    public Channel open(Context context) {
        // Without -t: the receivers are those of the settings, whatever the mail says.
        List<String> command = new ArrayList<>(List.of(program, "-i", "-f", from.mailbox(), "--"));
        to.forEach(receiver -> command.add(receiver.mailbox()));
        return message ->
                Program.run(command, Map.of(), Mail.of(message, from, to).bytes(), limit);
    }
}
