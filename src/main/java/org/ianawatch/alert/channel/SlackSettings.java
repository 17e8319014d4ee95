package org.ianawatch.alert.channel;

import java.net.URI;

/**
 * Where a Slack channel is.
 *
 * @param url an incoming webhook's; secret
 */
public record SlackSettings(URI url) {
    /**
     * Settings that can be used.
     *
     * @throws IllegalArgumentException when the URL cannot be one
     */
    public SlackSettings {
        SecretUrl.require(url);
    }

    @Override
    public String toString() {
        return "SlackSettings[url=" + SecretUrl.masked(url) + "]";
    }
}
