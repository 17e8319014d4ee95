package org.ianawatch.alert.channel;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ianawatch.alert.Channel;

/**
 * Mails by a server.
 *
 * @param to the receivers, at least one
 * @param limit the time for handing one over
 */
public record SmtpSettings(MailAddress from, List<MailAddress> to, SmtpServer server, Duration limit)
        implements ChannelSettings {
    @Override
    public Channel open(Context context) {
        return open(Map.of(), InetAddress::getAllByName);
    }

    /** With properties of the mail library beside those that the server asks for, and names of one's own. */
    Channel open(Map<String, Object> properties, SmtpConnector.Names names) {
        return message -> new SmtpSender(server, limit, properties, names).send(Mail.of(message, from, to));
    }
}
