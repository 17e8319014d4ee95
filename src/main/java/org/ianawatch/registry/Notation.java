package org.ianawatch.registry;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a column writes its codes. */
public enum Notation {
    /** One port or a range of ports. */
    PORTS {
        @Override
        public List<Span> read(String cell) {
            Span ports = Ports.find(cell);
            return ports == null ? List.of() : List.of(ports);
        }

        @Override
        public String write(Span span, String like) {
            return span.toString();
        }
    },
    /** Numbers, ranges and lists of them, in any base that says which it is; two bytes as one number. */
    NUMBERS {
        @Override
        public List<Span> read(String cell) {
            return Numbers.read(withoutRemark(cell));
        }

        @Override
        public String write(Span span, String like) {
            return CodeWriter.numbers(span, like);
        }
    },
    /** Hexadecimal without a sign of it. */
    HEXADECIMAL {
        @Override
        public List<Span> read(String cell) {
            Matcher range = HEXADECIMAL_RANGE.matcher(withoutRemark(cell));
            if (!range.matches()) {
                return List.of();
            }
            String last = range.group(2) == null ? range.group(1) : range.group(2);
            return Numbers.ordered(new BigInteger(range.group(1), 16), new BigInteger(last, 16));
        }

        @Override
        public String write(Span span, String like) {
            return CodeWriter.hexadecimal(span, like);
        }
    },
    /** Addresses of IPv4 or IPv6, prefixes, and ranges of addresses. */
    ADDRESSES {
        @Override
        public List<Span> read(String cell) {
            Matcher found = ADDRESS_RANGE.matcher(cell);
            if (!found.matches()) {
                return List.of();
            }
            if (found.group(4) != null) {
                return prefix(new BigInteger(found.group(4)).shiftLeft(24), 24);
            }
            BigInteger first = address(found.group(1));
            if (first == null) {
                return List.of();
            }
            if (found.group(2) != null) {
                int hostBits = (found.group(1).indexOf(':') >= 0 ? 128 : 32) - Integer.parseInt(found.group(2));
                return hostBits < 0 ? List.of() : prefix(first, hostBits);
            }
            BigInteger last = found.group(3) == null ? first : address(found.group(3));
            return last == null ? List.of() : Numbers.ordered(first, last);
        }

        @Override
        public String write(Span span, String like) {
            return CodeWriter.addresses(span, like);
        }

        @Override
        public String canonical(Span span, String like) {
            return CodeWriter.addresses(span, like);
        }
    };

    private static final Pattern HEXADECIMAL_RANGE = Pattern.compile("([0-9A-Fa-f]{2,8})(?: ?- ?([0-9A-Fa-f]{2,8}))?");
    private static final String ADDRESS = "(\\d+\\.\\d+\\.\\d+\\.\\d+|[0-9A-Fa-fXx]*:[0-9A-Fa-fXx:]+)";
    private static final Pattern ADDRESS_RANGE =
            Pattern.compile(ADDRESS + "(?:/(\\d{1,3})| ?- ?" + ADDRESS + ")?|0*(\\d{1,3})/8");
    private static final Pattern REMARK =
            Pattern.compile(" ?\\((?:0[xX])?[0-9A-Fa-f]+(?: ?- ?(?:0[xX])?[0-9A-Fa-f]+)?\\)$");
    private static final BigInteger MAPPED = BigInteger.valueOf(0xFFFF).shiftLeft(32);
    private static final Pattern BITS = Pattern.compile("^[Bb]its? ");

    /** The codes of a cell whose white space is squeezed, ascending; empty where it does not read as codes. */
    public abstract List<Span> read(String cell);

    /** Codes as a cell like another would have them, which {@link #read} reads as just these. */
    public abstract String write(Span span, String like);

    /** Codes in the one form that they have whatever the registry: in decimal, but addresses as such, of the version of a cell. */
    public String canonical(Span span, String like) {
        return span.toString();
    }

    /** Whether a squeezed cell may be hexadecimal without a sign of it: any digits, or a range. */
    static boolean isHexadecimal(String cell) {
        return HEXADECIMAL_RANGE.matcher(cell).matches();
    }

    /** Without the same code in hexadecimal behind it, and without the word for bits before it. */
    private static String withoutRemark(String cell) {
        return BITS.matcher(REMARK.matcher(cell).replaceFirst("")).replaceFirst("");
    }

    private static List<Span> prefix(BigInteger first, int hostBits) {
        BigInteger size = BigInteger.ONE.shiftLeft(hostBits);
        return List.of(Span.of(first, first.add(size).subtract(BigInteger.ONE)));
    }

    /** The address as a number, or null; an X stands for any digit, and is read as 0. */
    private static @Nullable BigInteger address(String text) {
        if (text.indexOf(':') < 0 && !isVersion4(text)) {
            return null;
        }
        try {
            // What is made of digits, dots and colons alone is never looked up.
            byte[] bytes = InetAddress.getByName(text.replace('X', '0').replace('x', '0'))
                    .getAddress();
            BigInteger number = new BigInteger(1, bytes);
            // Java gives back an address of version 4 for one that is mapped into version 6.
            boolean isMapped = bytes.length == 4 && text.indexOf(':') >= 0;
            return isMapped ? number.add(MAPPED) : number;
        } catch (UnknownHostException none) {
            return null;
        }
    }

    private static boolean isVersion4(String text) {
        for (String part : text.split("\\.", -1)) {
            boolean hasLeadingZero = part.length() > 1 && part.charAt(0) == '0';
            if (part.length() > 3 || hasLeadingZero || Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return true;
    }
}
