package org.ianawatch.alert.channel;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A mailbox with a domain, and perhaps a name before it (RFC 5322 section 3.4), as it is sent: all of it in ASCII, the name
 * in encoded words (RFC 2047), the domain in A-labels (RFC 5890).
 */
public final class MailAddress {
    private static final String WHAT_TO_WRITE = ": write \"a@example.org\" or \"Some Name <a@example.org>\"";

    /** Which the library passes over. */
    private static final Pattern TEXT_AFTER_ANGLES = Pattern.compile(".*>\\s*[^\\s(>\"][^>\"]*");

    private final InternetAddress address;

    private MailAddress(InternetAddress address) {
        this.address = address;
    }

    /**
     * Reads one; the name and the domain may have any letters.
     *
     * @throws IllegalArgumentException when there is none, or more than one, or it cannot be sent, with what to write
     *     instead
     */
    public static MailAddress parse(String text) {
        InternetAddress parsed = parsed(text);
        int at = parsed.getAddress().lastIndexOf('@');
        String mailbox = parsed.getAddress().substring(0, at);
        if (!isAscii(mailbox)) {
            throw new IllegalArgumentException("'" + text + "' cannot be sent to or from: '" + mailbox
                    + "' before the @ is not ASCII, which few mail servers take (RFC 6531): write another address of that"
                    + " mailbox");
        }
        String domain = parsed.getAddress().substring(at + 1);
        try {
            InternetAddress address = new InternetAddress(mailbox + "@" + MailDomain.toAscii(domain), true);
            address.setPersonal(parsed.getPersonal(), StandardCharsets.UTF_8.name());
            return new MailAddress(address);
        } catch (AddressException malformed) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no mail address (" + malformed.getMessage() + ")" + WHAT_TO_WRITE, malformed);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("every Java has UTF-8", impossible);
        }
    }

    private static InternetAddress parsed(String text) {
        try {
            InternetAddress[] addresses = InternetAddress.parse(text, true);
            if (addresses.length == 1
                    && !addresses[0].isGroup()
                    && addresses[0].getAddress().indexOf('@') > 0
                    && !TEXT_AFTER_ANGLES.matcher(text).matches()
                    && text.chars().noneMatch(Character::isISOControl)) {
                return addresses[0];
            }
        } catch (AddressException malformed) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no mail address (" + malformed.getMessage() + ")" + WHAT_TO_WRITE, malformed);
        }
        throw new IllegalArgumentException("'" + text + "' is not one mail address" + WHAT_TO_WRITE);
    }

    /** For the headers and the envelope of a mail. */
    InternetAddress internetAddress() {
        return address;
    }

    /** The address without the name. */
    String mailbox() {
        return address.getAddress();
    }

    /** What stands after the @. */
    String domain() {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }
}
