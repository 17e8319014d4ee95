package org.ianawatch.alert.channel;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receiver that follows Standard Webhooks 1.0.0.
 *
 * @param url where it listens; secret
 * @param keys at least one, secret: {@code whsec_} and 24 to 64 bytes in base 64. All of them sign, so that a receiver can
 *     change from an old one to a new one
 * @param authorization the value of the header {@code Authorization}, secret; null for none
 */
public record WebhookSettings(URI url, List<String> keys, @Nullable String authorization) {
    /**
     * Settings that can be used.
     *
     * @throws IllegalArgumentException when not
     */
    public WebhookSettings {
        SecretUrl.require(url);
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(
                    "a webhook needs a key to sign with: whsec_ and 24 to 64 bytes in base 64");
        }
        keys.forEach(WebhookSignature::decode);
        if (authorization != null && !authorization.matches("[ -~]+")) {
            throw new IllegalArgumentException("the authorization has other than printable ASCII characters");
        }
    }

    @Override
    public String toString() {
        return "WebhookSettings[url=" + SecretUrl.masked(url) + ", keys=" + SecretUrl.MASK + ", authorization="
                + (authorization == null ? "null" : SecretUrl.MASK) + "]";
    }
}
