package org.ianawatch.config;

import java.util.Base64;
import java.util.regex.Pattern;

/** What secrets look like. No message of these repeats one. */
final class SecretForms {
    /** A topic of ntfy. */
    static final Conversion<String> TOPIC =
            form("[-_A-Za-z0-9]{1,64}", "a topic has letters, digits, '-' and '_', at most 64");
    /** A token that stands in a header. */
    static final Conversion<String> TOKEN = form("[!-~]+", "a token has letters, digits and signs, and no blank");
    /** The value of a header. */
    static final Conversion<String> HEADER = form("[ -~]+", "a header has letters, digits, signs and blanks");
    /** A key of the Standard Webhooks specification. */
    static final Conversion<String> SIGNING_KEY = SecretForms::signingKey;

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST_BYTES = 24;
    private static final int LONGEST_BYTES = 64;

    private SecretForms() {}

    private static Conversion<String> form(String expression, String rule) {
        Pattern pattern = Pattern.compile(expression);
        return raw -> {
            if (raw instanceof String text && pattern.matcher(text).matches()) {
                return text;
            }
            throw new IllegalArgumentException(rule);
        };
    }

    private static String signingKey(Object raw) {
        String rule = "a key is whsec_ and 24 to 64 bytes in base 64";
        if (!(raw instanceof String text) || !text.startsWith(PREFIX)) {
            throw new IllegalArgumentException(rule);
        }
        int length;
        try {
            length = Base64.getDecoder().decode(text.substring(PREFIX.length())).length;
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(rule, wrong);
        }
        if (length < SHORTEST_BYTES || length > LONGEST_BYTES) {
            throw new IllegalArgumentException(rule);
        }
        return text;
    }
}
