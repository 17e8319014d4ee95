package org.ianawatch.registry;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of registries, in the many ways in which IANA writes them. */
final class Numbers {
    private static final String NUMBER = "(?:0[xX][0-9A-Fa-f]+|0b[01]+|[01]+b|\\d+)";
    private static final String BYTE = "(?:0[xX])?([0-9A-Fa-f]{2})";
    private static final String HEXADECIMAL_BYTE = "0[xX]([0-9A-Fa-f]{2})";

    /** {@code 0x13,0x01}, {@code 0xC0,0x30-FF}, {@code 0x5B-69,*}. */
    private static final Pattern PAIR =
            Pattern.compile(HEXADECIMAL_BYTE + "(?:-" + BYTE + ")?, ?(?:(\\*)|" + BYTE + "(?:-" + BYTE + ")?)");
    /** {@code 0x56,0x01-0xC0,0x00}. */
    private static final Pattern PAIRS = Pattern.compile(
            HEXADECIMAL_BYTE + ", ?" + HEXADECIMAL_BYTE + " ?- ?" + HEXADECIMAL_BYTE + ", ?" + HEXADECIMAL_BYTE);

    private static final Pattern RANGE = Pattern.compile(
            "(" + NUMBER + ")(?: ?(?:-|\u2013|\u2014|\\bto\\b|\\.\\.|through) ?(" + NUMBER + "|[0-9A-Fa-f]+))?");
    private static final Pattern SIGNED =
            Pattern.compile("(-?\\d+)(?: ?(?:\\bto\\b|through|\\.\\.) ?| - )?(?:(-?\\d+))?");
    private static final Pattern ABOVE = Pattern.compile(
            "(?:>=|\u2265) ?(" + NUMBER + ")|(" + NUMBER + ") ?(?:\\+|and (?:above|up|higher|greater))");
    private static final Pattern BELOW = Pattern.compile("(?:[Ii]nteger values )?(less|greater) than (-?\\d+)");
    private static final Pattern LIST = Pattern.compile(" ?, ?");
    private static final int BYTE_VALUES = 256;

    private Numbers() {}

    /** The codes of a text, ascending; empty where it does not read as codes. */
    static List<Span> read(String text) {
        Matcher pair = PAIR.matcher(text);
        if (pair.matches()) {
            return pair(pair);
        }
        Matcher pairs = PAIRS.matcher(text);
        if (pairs.matches()) {
            return ordered(
                    BigInteger.valueOf(twoBytes(pairs.group(1), pairs.group(2))),
                    BigInteger.valueOf(twoBytes(pairs.group(3), pairs.group(4))));
        }
        List<Span> spans = new ArrayList<>();
        for (String part : LIST.split(text, -1)) {
            Span span = item(part);
            if (span == null) {
                return List.of();
            }
            spans.add(span);
        }
        Collections.sort(spans);
        return List.copyOf(spans);
    }

    /** The codes from the first to the last, or none where they fall. */
    static List<Span> ordered(BigInteger first, BigInteger last) {
        return first.compareTo(last) > 0 ? List.of() : List.of(Span.of(first, last));
    }

    /** The first byte counts 256 times; a whole second byte joins what its first bytes are neighbours of. */
    private static List<Span> pair(Matcher pair) {
        int first = hexadecimal(pair.group(1));
        int last = pair.group(2) == null ? first : hexadecimal(pair.group(2));
        int low = pair.group(3) == null ? hexadecimal(pair.group(4)) : 0;
        int high = pair.group(3) != null ? BYTE_VALUES - 1 : pair.group(5) == null ? low : hexadecimal(pair.group(5));
        if (first > last || low > high) {
            return List.of();
        }
        if (high - low == BYTE_VALUES - 1) {
            return List.of(new Span((long) first * BYTE_VALUES, (long) last * BYTE_VALUES + high));
        }
        List<Span> spans = new ArrayList<>();
        for (int upper = first; upper <= last; upper++) {
            spans.add(new Span((long) upper * BYTE_VALUES + low, (long) upper * BYTE_VALUES + high));
        }
        return List.copyOf(spans);
    }

    private static @Nullable Span item(String part) {
        Matcher range = RANGE.matcher(part);
        if (range.matches()) {
            return range(range);
        }
        Matcher signed = SIGNED.matcher(part);
        if (signed.matches()) {
            BigInteger one = new BigInteger(signed.group(1));
            BigInteger other = signed.group(2) == null ? one : new BigInteger(signed.group(2));
            return Span.of(one.min(other), one.max(other));
        }
        Matcher above = ABOVE.matcher(part);
        if (above.matches()) {
            return Span.of(number(above.group(1) == null ? above.group(2) : above.group(1)), Span.UNLIMITED);
        }
        Matcher below = BELOW.matcher(part);
        if (!below.matches()) {
            return null;
        }
        BigInteger end = new BigInteger(below.group(2));
        return below.group(1).equals("less")
                ? Span.of(Span.UNLIMITED.negate(), end.subtract(BigInteger.ONE))
                : Span.of(end.add(BigInteger.ONE), Span.UNLIMITED);
    }

    /** The second half of a hexadecimal range may lack the sign of it. */
    private static @Nullable Span range(Matcher range) {
        BigInteger low = number(range.group(1));
        String end = range.group(2);
        if (end == null) {
            return Span.of(low, low);
        }
        BigInteger high;
        if (isHexadecimal(range.group(1)) && !isHexadecimal(end)) {
            high = new BigInteger(end, 16);
        } else if (end.matches(NUMBER)) {
            high = number(end);
        } else {
            return null;
        }
        return low.compareTo(high) > 0 ? null : Span.of(low, high);
    }

    private static boolean isHexadecimal(String number) {
        return number.startsWith("0x") || number.startsWith("0X");
    }

    private static BigInteger number(String text) {
        String digits = text.toLowerCase(Locale.ROOT);
        if (digits.startsWith("0x")) {
            return new BigInteger(digits.substring(2), 16);
        }
        if (digits.startsWith("0b")) {
            return new BigInteger(digits.substring(2), 2);
        }
        return digits.endsWith("b")
                ? new BigInteger(digits.substring(0, digits.length() - 1), 2)
                : new BigInteger(digits);
    }

    private static int twoBytes(String upper, String lower) {
        return hexadecimal(upper) * BYTE_VALUES + hexadecimal(lower);
    }

    private static int hexadecimal(String digits) {
        return Integer.parseInt(digits, 16);
    }
}
