package org.ianawatch.alert.channel;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Domains of mail as they are sent: internationalized ones in A-labels (RFC 5890). */
public final class MailDomain {
    private static final int LONGEST = 255;
    private static final Pattern DOTS = Pattern.compile("[\\u3002\\uff0e\\uff61]");
    /** RFC 5321 section 4.1.2, and the underscore that some machines have in their names. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?");

    private static final Pattern LITERAL = Pattern.compile("\\[(?:\\d{1,3}(?:\\.\\d{1,3}){3}|IPv6:[0-9A-Fa-f:.]+)\\]");

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9:._\\[\\]-]+");
    private static final Pattern WITH_PORT = Pattern.compile("([^:]+|\\[.*\\]):(\\d*)");

    private MailDomain() {}

    /**
     * The name or address of a mail server, in ASCII.
     *
     * @throws IllegalArgumentException when it is neither, with what to write instead
     */
    public static String server(String text) {
        String ascii = toAscii(text);
        Matcher port = WITH_PORT.matcher(ascii);
        if (port.matches()) {
            throw new IllegalArgumentException("'" + ascii + "' has a port: write \"" + port.group(1) + "\", and "
                    + (port.group(2).isEmpty() ? "the port" : port.group(2)) + " under the key 'port'");
        }
        if (!HOST.matcher(ascii).matches()) {
            throw new IllegalArgumentException("'" + ascii + "' is no name or address of a mail server");
        }
        return ascii;
    }

    /**
     * What a machine may call itself in HELO and EHLO: a name, or an address in brackets (RFC 5321 section 4.1.3), which an
     * address of version 4 without them gets.
     *
     * @throws IllegalArgumentException when it is neither, with what to write instead
     */
    public static String greeting(String text) {
        String ascii = toAscii(text);
        if (ADDRESS.matcher(ascii).matches()) {
            return "[" + ascii + "]";
        }
        if (NAME.matcher(ascii).matches() || LITERAL.matcher(ascii).matches()) {
            return ascii;
        }
        throw new IllegalArgumentException("'" + text
                + "' is no name of a machine: write \"mail.example.org\" or an address in brackets, \"[192.0.2.1]\"");
    }

    /**
     * A domain in ASCII, which stays as it is where it is in ASCII. A letter that the IDNA of 2003, which Java knows, maps to
     * others is refused, since by that of 2008 the domain with it may be somebody else's: {@code ß} and {@code ss}.
     *
     * @throws IllegalArgumentException when it cannot be sent
     */
    static String toAscii(String domain) {
        if (StandardCharsets.US_ASCII.newEncoder().canEncode(domain)) {
            return domain;
        }
        String ascii;
        try {
            ascii = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED | IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException impossible) {
            throw refused(domain, impossible);
        }
        if (ascii.length() > LONGEST
                || !plain(IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED)).equals(plain(domain))) {
            throw refused(domain, null);
        }
        return ascii;
    }

    private static String plain(String domain) {
        return Normalizer.normalize(DOTS.matcher(domain).replaceAll("."), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
    }

    private static IllegalArgumentException refused(String domain, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "the domain '" + domain + "' cannot be sent as it is: write its A-labels, which begin with xn--",
                cause);
    }
}
