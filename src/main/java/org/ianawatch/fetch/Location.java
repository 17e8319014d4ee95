package org.ianawatch.fetch;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What servers write into {@code Location}: blanks and letters beyond ASCII among it, which curl encodes. */
final class Location {
    /** A scheme and an authority, either of which may be missing, before what can be encoded. */
    private static final Pattern PARTS =
            Pattern.compile("((?:[A-Za-z][A-Za-z0-9+.-]*:)?(?://[^/?#]*)?)([^#]*)(?:#.*)?", Pattern.DOTALL);

    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");

    /** What may stand in a path and a query, beside letters and digits (RFC 3986, appendix A). */
    private static final String PLAIN = "-._~!$&'()*+,;=:@/?";

    private Location() {}

    /** The value of the header as text, which for all that is not ASCII is in UTF-8; empty where there is none. */
    static String text(@Nullable String header) {
        return header == null ? "" : new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The same as a reference of RFC 3986, without its fragment. A host is left as it is, be it one or not. */
    static String encoded(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        StringBuilder encoded = new StringBuilder(parts.group(1));
        String rest = parts.group(2);
        Matcher triplet = ENCODED.matcher(rest);
        for (int index = 0; index < rest.length(); ) {
            int character = rest.codePointAt(index);
            boolean isTriplet = triplet.region(index, rest.length()).lookingAt();
            if (isTriplet || PLAIN.indexOf(character) >= 0 || isLetterOrDigit(character)) {
                encoded.appendCodePoint(character);
            } else {
                for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
                }
            }
            index += Character.charCount(character);
        }
        return encoded.toString();
    }

    private static boolean isLetterOrDigit(int character) {
        return character < 0x80 && Character.isLetterOrDigit(character);
    }
}
