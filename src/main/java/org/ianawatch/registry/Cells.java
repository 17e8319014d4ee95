package org.ianawatch.registry;

import java.util.Locale;
import java.util.regex.Pattern;

/** Forms of a cell's text in which what is written differently is alike. */
public final class Cells {
    /** What a row says of its own standing, in brackets or behind a dash: {@code (TEMPORARY - registered 2024-01-31)}. */
    private static final Pattern MARKER = Pattern.compile(
            "(?:\\s*[(\\[]+\\s*|\\s+[-\u2013]\\s+)(?:TEMPORARY\\b|(?:deprecated|obsoleted?|historic|withdrawn|removed|discouraged|"
                    + "expired|early allocation)\\b)(?:[^()\\[\\]]++|[(\\[][^()\\[\\]]*[)\\]])*(?:[)\\]]+|$)",
            Pattern.CASE_INSENSITIVE);

    private Cells() {}

    /** With one blank for each run of white space, the no-break space too, and none at the ends. */
    public static String squeezed(String cell) {
        StringBuilder squeezed = new StringBuilder(cell.length());
        boolean isBehindSpace = false;
        for (int index = 0; index < cell.length(); index++) {
            char character = cell.charAt(index);
            if (isSpace(character)) {
                isBehindSpace = true;
                continue;
            }
            if (isBehindSpace && !squeezed.isEmpty()) {
                squeezed.append(' ');
            }
            isBehindSpace = false;
            squeezed.append(character);
        }
        return squeezed.toString();
    }

    /** The letters of ASCII, in lower case, and the digits alone. */
    public static String folded(String cell) {
        StringBuilder folded = new StringBuilder(cell.length());
        String lowerCase = cell.toLowerCase(Locale.ROOT);
        for (int index = 0; index < lowerCase.length(); index++) {
            char character = lowerCase.charAt(index);
            if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')) {
                folded.append(character);
            }
        }
        return folded.toString();
    }

    /** Squeezed, and without markers; squeezed alone where there is nothing but a marker. */
    public static String bare(String cell) {
        String squeezed = squeezed(cell);
        if (squeezed.indexOf('(') < 0 && squeezed.indexOf('[') < 0 && squeezed.indexOf(' ') < 0) {
            return squeezed;
        }
        String bare = squeezed(MARKER.matcher(squeezed).replaceAll(" "));
        return bare.isEmpty() ? squeezed : bare;
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
