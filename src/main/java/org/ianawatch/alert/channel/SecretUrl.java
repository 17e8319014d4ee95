package org.ianawatch.alert.channel;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ianawatch.fetch.WebAddress;
import org.jspecify.annotations.Nullable;

/** Addresses by which whoever knows them can send: beyond the host nothing of them is shown. */
final class SecretUrl {
    private static final int SHORTEST_SECRET = 4;

    private SecretUrl() {}

    /** The address of a secret that is a URL; it is required to be one that something can be sent to. */
    static URI of(Secret url) {
        return require(URI.create(url.reveal()));
    }

    /**
     * Makes sure that something can be sent there.
     *
     * @throws IllegalArgumentException when not; what is wrong is said without the address
     */
    static URI require(URI url) {
        if (WebAddress.of(url) == null) {
            throw new IllegalArgumentException("the address is no URL of HTTP or HTTPS");
        }
        if (url.getRawAuthority().contains("@")) {
            throw new IllegalArgumentException("the address has a name or password before the host, which is not sent");
        }
        if (url.getRawFragment() != null) {
            throw new IllegalArgumentException("the address has a part after '#', which is not sent");
        }
        return url;
    }

    /** Host and, where it is said, port. */
    static String server(URI url) {
        return String.valueOf(WebAddress.of(url));
    }

    /** The text without any part of the address beyond its host, and without other secrets. */
    static String scrub(String text, URI url, List<@Nullable Secret> otherSecrets) {
        List<String> secrets = new ArrayList<>();
        secrets.addAll(pieces(url.getRawPath()));
        secrets.addAll(pieces(url.getPath()));
        secrets.addAll(pieces(url.getRawQuery()));
        secrets.addAll(pieces(url.getQuery()));
        otherSecrets.forEach(secret -> secrets.addAll(pieces(secret == null ? null : secret.reveal())));
        secrets.sort(Comparator.comparing(String::length).reversed());
        String scrubbed = text;
        for (String secret : secrets) {
            scrubbed = scrubbed.replace(secret, Secret.MASK);
        }
        return scrubbed;
    }

    private static List<String> pieces(@Nullable String text) {
        List<String> pieces = new ArrayList<>();
        if (text != null) {
            pieces.add(text);
            pieces.addAll(List.of(text.split("[/?&= ]")));
        }
        pieces.removeIf(piece -> piece.length() < SHORTEST_SECRET);
        return pieces;
    }
}
