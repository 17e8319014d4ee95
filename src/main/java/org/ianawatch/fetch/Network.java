package org.ianawatch.fetch;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Networks of addresses, such as {@code 10.0.0.0/8}, as curl reads them in {@code NO_PROXY}. */
final class Network {
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    /** curl takes what is no number for zero, and leaves out what follows a number. */
    private static final Pattern LENGTH = Pattern.compile("(\\d{0,9})(.*)");

    private Network() {}

    /** Whether a host is an address, of either version, without brackets. */
    static boolean isAddress(String host) {
        return ADDRESS.matcher(host).matches();
    }

    /**
     * Whether an address is in a network.
     *
     * @param network an address alone, or with the number of leading bits that count: with 0, as with all, it stands for itself
     */
    static boolean covers(String network, String address) {
        String[] parts = network.split("/", 2);
        byte[] base = octets(parts[0]);
        byte[] asked = octets(address);
        if (base == null || asked == null || base.length != asked.length) {
            return false;
        }
        int bits = base.length * Byte.SIZE;
        int length = parts.length == 1 ? bits : length(parts[1]);
        if (length < 0 || length > bits) {
            return false;
        }
        int ignored = length == 0 ? 0 : bits - length;
        return new BigInteger(1, base).shiftRight(ignored).equals(new BigInteger(1, asked).shiftRight(ignored));
    }

    /** Below zero for what is no length. */
    private static int length(String text) {
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches() || text.startsWith("-")) {
            return -1;
        }
        return matcher.group(1).isEmpty() ? 0 : Integer.parseInt(matcher.group(1));
    }

    private static byte @Nullable [] octets(String address) {
        try {
            return isAddress(address) ? InetAddress.getByName(address).getAddress() : null;
        } catch (UnknownHostException noAddress) {
            return null;
        }
    }
}
