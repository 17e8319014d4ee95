package org.ianawatch.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names a message by what it is about, so that the same news has the same name whenever it is written. */
final class MessageId {
    private static final int HEX_DIGITS = 32;

    private MessageId() {}

    /** The thread of a message that no other belongs to. */
    static String threadOf(String id) {
        return "thread-" + id;
    }

    /** The thread of what is told of one snapshot. */
    static String threadOf(String registry, Observation observation) {
        return of(List.of(
                registry,
                "snapshot",
                observation.sha256(),
                observation.observedAt().toString()));
    }

    /** 32 hexadecimal digits of the parts' SHA-256; parts have no NUL in them. */
    static String of(List<String> parts) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
