package org.ianawatch.ports.host;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import org.ianawatch.registry.Ports;

/**
 * Addresses as {@code /proc/net/tcp} and {@code tcp6} have them (proc_pid_net(5)): the bytes of the address in words of
 * four, each word as a hexadecimal number of the machine's own byte order, then a colon and the port, whose byte order is
 * that of people: {@code 0100007F:0016} is 127.0.0.1 port 22 on a little-endian machine.
 */
final class ProcAddress {
    private static final int WORD_BYTES = 4;
    private static final int HEX = 16;
    private static final int DIGITS_OF_A_BYTE = 2;
    private static final int IPV4_DIGITS = 8;
    private static final int IPV6_DIGITS = 32;

    private ProcAddress() {}

    /**
     * Reads one.
     *
     * @param order the byte order of the machine that wrote it
     * @throws IllegalArgumentException when the text is none
     */
    static Endpoint parse(String text, ByteOrder order) {
        int colon = text.indexOf(':');
        if (colon != IPV4_DIGITS && colon != IPV6_DIGITS) {
            throw new IllegalArgumentException("'" + text + "' is no address of /proc/net");
        }
        int port = Integer.parseInt(text.substring(colon + 1), HEX);
        if (port > Ports.LAST) {
            throw new IllegalArgumentException("'" + text + "' has no port");
        }
        return new Endpoint(address(bytes(text.substring(0, colon), order)), port);
    }

    private static byte[] bytes(String digits, ByteOrder order) {
        byte[] bytes = new byte[digits.length() / DIGITS_OF_A_BYTE];
        for (int index = 0; index < bytes.length; index++) {
            int word = index / WORD_BYTES * WORD_BYTES;
            int place = DIGITS_OF_A_BYTE
                    * (order == ByteOrder.BIG_ENDIAN ? index : word + WORD_BYTES - 1 - index % WORD_BYTES);
            bytes[index] = (byte) Integer.parseInt(digits.substring(place, place + DIGITS_OF_A_BYTE), HEX);
        }
        return bytes;
    }

    /** An IPv4 address that IPv6 carries becomes the IPv4 address that it is; the longest run of zeros is left out (RFC 5952). */
    private static String address(byte[] bytes) {
        InetAddress address;
        try {
            address = InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
        return address.getAddress().length == WORD_BYTES ? address.getHostAddress() : compressed(bytes);
    }

    private static String compressed(byte[] bytes) {
        int[] groups = new int[bytes.length / 2];
        for (int index = 0; index < groups.length; index++) {
            groups[index] = ((bytes[2 * index] & 0xff) << 8) | (bytes[2 * index + 1] & 0xff);
        }
        int start = groups.length;
        int length = 1;
        for (int from = 0; from < groups.length; from++) {
            int until = from;
            while (until < groups.length && groups[until] == 0) {
                until++;
            }
            if (until - from > length) {
                start = from;
                length = until - from;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < groups.length; index++) {
            if (index == start) {
                text.append("::");
                index += length - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[index]));
            }
        }
        return text.toString();
    }
}
