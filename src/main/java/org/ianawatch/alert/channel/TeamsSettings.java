package org.ianawatch.alert.channel;

import java.net.URI;

/**
 * Where a channel or chat of Microsoft Teams is.
 *
 * @param url of a workflow that posts what it receives; secret
 */
public record TeamsSettings(URI url) {
    /**
     * Settings that can be used.
     *
     * @throws IllegalArgumentException when the URL cannot be one
     */
    public TeamsSettings {
        SecretUrl.require(url);
    }

    @Override
    public String toString() {
        return "TeamsSettings[url=" + SecretUrl.masked(url) + "]";
    }
}
