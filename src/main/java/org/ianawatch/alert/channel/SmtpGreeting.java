package org.ianawatch.alert.channel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What this machine calls itself when it greets a mail server (RFC 5321 sections 4.1.1.1, 4.1.3 and 4.1.4). */
final class SmtpGreeting {
    private static final Pattern FULL_NAME =
            Pattern.compile("(?!localhost\\b)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+(?=.*[a-z])[a-z0-9-]+");

    private SmtpGreeting() {}

    /** The full name of this machine; where it has none, the address by which it reaches the server. */
    static String to(SmtpServer server, Socket socket) {
        String given = server.helo();
        return given != null ? given : of(ownName(), socket.getLocalAddress());
    }

    /**
     * A name that others can look up, or an address as a literal.
     *
     * @param name of the machine, or null where it has none
     */
    static String of(@Nullable String name, InetAddress address) {
        if (name != null && FULL_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            return name;
        }
        String text = address.getHostAddress().replaceFirst("%.*", "");
        return address instanceof Inet6Address ? "[IPv6:" + text + "]" : "[" + text + "]";
    }

    private static @Nullable String ownName() {
        try {
            return InetAddress.getLocalHost().getCanonicalHostName();
        } catch (UnknownHostException nameless) {
            return null;
        }
    }
}
