package org.ianawatch.alert.channel;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A topic of ntfy.
 *
 * @param server such as {@code https://ntfy.sh}; no secret
 * @param topic secret, since on an open server whoever knows it can read it
 * @param token an access token, secret; null for a topic that anybody may write to
 */
public record NtfySettings(URI server, String topic, @Nullable String token) {
    /**
     * Settings that can be used.
     *
     * @throws IllegalArgumentException when the server, topic or token cannot be one
     */
    public NtfySettings {
        SecretUrl.require(server);
        if (!topic.matches("[-_A-Za-z0-9]{1,64}")) {
            throw new IllegalArgumentException("a topic has 1 to 64 letters, digits, '_' and '-'");
        }
        if (token != null && !token.matches("[!-~]+")) {
            throw new IllegalArgumentException("a token has printable ASCII characters without blanks");
        }
    }

    @Override
    public String toString() {
        return "NtfySettings[server=" + server + ", topic=" + SecretUrl.MASK + ", token="
                + (token == null ? "null" : SecretUrl.MASK) + "]";
    }
}
