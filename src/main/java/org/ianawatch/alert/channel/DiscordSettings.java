package org.ianawatch.alert.channel;

import java.net.URI;

/**
 * Where a Discord channel is.
 *
 * @param url a webhook's; secret
 */
public record DiscordSettings(URI url) {
    /**
     * Settings that can be used.
     *
     * @throws IllegalArgumentException when the URL cannot be one
     */
    public DiscordSettings {
        SecretUrl.require(url);
    }

    @Override
    public String toString() {
        return "DiscordSettings[url=" + SecretUrl.masked(url) + "]";
    }
}
