package org.ianawatch.alert.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The symmetric signatures, version 1, of Standard Webhooks 1.0.0. */
final class WebhookSignature {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;

    private WebhookSignature() {}

    /** The bytes of a key; what is wrong with one is said without it. */
    static byte[] decode(String key) {
        if (!key.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a webhook's key begins with " + PREFIX);
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(key.substring(PREFIX.length()));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("a webhook's key is " + PREFIX + " and base 64, and this is none");
        }
        if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("a webhook's key has 24 to 64 bytes, and this has " + bytes.length);
        }
        return bytes;
    }

    /**
     * The value of {@code webhook-signature}, one signature for each key.
     *
     * @param seconds since 1970, as in {@code webhook-timestamp}
     */
    static String of(List<String> keys, String id, long seconds, String body) {
        byte[] signed = (id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8);
        List<String> signatures = new ArrayList<>();
        for (String key : keys) {
            signatures.add("v1," + Base64.getEncoder().encodeToString(hash(decode(key), signed)));
        }
        return String.join(" ", signatures);
    }

    private static byte[] hash(byte[] key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
