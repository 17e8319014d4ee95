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
    private static final String RULE = "a key is whsec_ and 24 to 64 bytes in base 64";

    private WebhookSignature() {}

    /**
     * The bytes of a key.
     *
     * @throws IllegalArgumentException when it is none; the message does not repeat it
     */
    static byte[] decode(String key) {
        try {
            byte[] bytes = Base64.getDecoder().decode(key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : "");
            if (bytes.length >= LEAST_BYTES && bytes.length <= MOST_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(RULE, malformed);
        }
        throw new IllegalArgumentException(RULE);
    }

    /**
     * The value of {@code webhook-signature}, one signature for each key.
     *
     * @param seconds since 1970, as in {@code webhook-timestamp}
     */
    static String of(List<Secret> keys, String id, long seconds, String body) {
        byte[] signed = (id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8);
        List<String> signatures = new ArrayList<>();
        for (Secret key : keys) {
            signatures.add("v1," + Base64.getEncoder().encodeToString(hash(decode(key.reveal()), signed)));
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
