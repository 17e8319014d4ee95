package org.ianawatch.registry;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes codes as a registry writes its own. */
final class CodeWriter {
    private static final Pattern TWO_BYTES = Pattern.compile("0[xX][0-9A-Fa-f]{2}(-(0[xX])?[0-9A-Fa-f]{2})?, ?.*");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX]([0-9A-Fa-f]+)");
    private static final Pattern BINARY = Pattern.compile("0b([01]+)|([01]+)b");
    private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]+");
    private static final int VERSION_6_GROUPS = 8;

    private CodeWriter() {}

    /** Numbers in the base, and with as many digits, as a cell has them. */
    static String numbers(Span span, String like) {
        if (span.last().equals(Span.UNLIMITED)) {
            return ">=" + span.first();
        }
        if (span.first().negate().equals(Span.UNLIMITED)) {
            return "less than " + span.last().add(BigInteger.ONE);
        }
        if (TWO_BYTES.matcher(like).matches()) {
            return twoBytes(span);
        }
        Matcher hexadecimal = HEXADECIMAL.matcher(like);
        if (hexadecimal.find()) {
            int digits = hexadecimal.group(1).length();
            return range(span, "-", code -> "0x" + padded(code, 16, digits));
        }
        Matcher binary = BINARY.matcher(like);
        if (binary.find()) {
            boolean isBefore = binary.group(1) != null;
            int digits = binary.group(isBefore ? 1 : 2).length();
            return range(span, "-", code -> (isBefore ? "0b" : "") + padded(code, 2, digits) + (isBefore ? "" : "b"));
        }
        return range(span, span.first().signum() < 0 ? " to " : "-", BigInteger::toString);
    }

    /** Hexadecimal without a sign of it, with as many digits as a cell has. */
    static String hexadecimal(Span span, String like) {
        Matcher digits = DIGITS.matcher(like);
        int width = digits.find() ? digits.group().length() : 1;
        return range(span, "-", code -> padded(code, 16, width));
    }

    /** Addresses, of IPv6 where a cell has colons. */
    static String addresses(Span span, String like) {
        return range(span, "-", like.indexOf(':') < 0 ? CodeWriter::version4 : CodeWriter::version6);
    }

    private static String range(Span span, String between, Function<BigInteger, String> one) {
        return span.isOne() ? one.apply(span.first()) : one.apply(span.first()) + between + one.apply(span.last());
    }

    private static String padded(BigInteger code, int base, int digits) {
        String text = code.toString(base).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    private static String twoBytes(Span span) {
        int first = span.low();
        int last = span.high();
        if (first != last && first >> 8 == last >> 8) {
            return pair(first) + String.format(Locale.ROOT, "-%02X", last & 0xFF);
        }
        return span.isOne() ? pair(first) : pair(first) + "-" + pair(last);
    }

    private static String pair(int code) {
        return String.format(Locale.ROOT, "0x%02X,0x%02X", code >> 8, code & 0xFF);
    }

    private static String version4(BigInteger address) {
        long number = address.longValue();
        return (number >> 24) + "." + (number >> 16 & 0xFF) + "." + (number >> 8 & 0xFF) + "." + (number & 0xFF);
    }

    /** With the longest run of zeros left out (RFC 5952, section 4). */
    private static String version6(BigInteger address) {
        int[] groups = new int[VERSION_6_GROUPS];
        Arrays.setAll(
                groups,
                index -> address.shiftRight(16 * (VERSION_6_GROUPS - 1 - index)).intValue() & 0xFFFF);
        int start = VERSION_6_GROUPS;
        int longest = 1;
        for (int from = 0; from < VERSION_6_GROUPS; from++) {
            int until = from;
            while (until < VERSION_6_GROUPS && groups[until] == 0) {
                until++;
            }
            if (until - from > longest) {
                longest = until - from;
                start = from;
            }
        }
        if (start == VERSION_6_GROUPS) {
            return joined(groups, 0, VERSION_6_GROUPS);
        }
        return joined(groups, 0, start) + "::" + joined(groups, start + longest, VERSION_6_GROUPS);
    }

    private static String joined(int[] groups, int from, int until) {
        StringBuilder joined = new StringBuilder();
        for (int index = from; index < until; index++) {
            joined.append(index > from ? ":" : "").append(Integer.toHexString(groups[index]));
        }
        return joined.toString();
    }
}
