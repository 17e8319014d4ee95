package org.ianawatch.fetch;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The way that servers send a download along. */
final class Redirects {
    private static final int MOST = 5;

    private final List<URI> way = new ArrayList<>();

    /**
     * Starts with an address.
     *
     * @throws RefusedException for anything but a URL of HTTP or HTTPS
     */
    Redirects(URI start) throws RefusedException {
        requireWeb(start, "this");
        way.add(start);
    }

    /** Where the download is now. */
    URI location() {
        return way.get(way.size() - 1);
    }

    static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /** Goes where the answer points to. */
    void follow(Response response) throws RefusedException {
        URI next = resolve(Location.text(response.header("Location")));
        requireWeb(next, "it redirects to '" + shown(next) + "', which");
        if (WebAddress.isHttps(location()) && !WebAddress.isHttps(next)) {
            throw new RefusedException(
                    "it redirects from https to " + shown(next) + ", which anybody in between could change",
                    "give the address that the registry has now with --source");
        }
        if (way.contains(next)) {
            String loop = way.subList(way.indexOf(next), way.size()).stream()
                    .map(Redirects::shown)
                    .collect(Collectors.joining(" to "));
            throw new RefusedException(
                    "it redirects in a loop, " + loop + " to " + shown(next),
                    "this is for the server's operator to mend; the next run asks again");
        }
        if (way.size() > MOST) {
            throw new RefusedException(
                    "it redirects more than " + MOST + " times, the last time to " + shown(next),
                    "give the address that the registry has now with --source");
        }
        way.add(next);
    }

    private URI resolve(String target) throws RefusedException {
        try {
            if (!target.isEmpty()) {
                String encoded = Location.encoded(target);
                // Java resolves by RFC 2396, where a query alone, or nothing at all, drops the last part of the path.
                String reference = encoded.startsWith("?") ? location().getRawPath() + encoded : encoded;
                return reference.isEmpty() ? location() : location().resolve(URI.create(reference));
            }
        } catch (IllegalArgumentException malformed) {
            throw refused("it redirects to '" + shown(target) + "', which is no URL");
        }
        throw refused("it redirects without saying where to");
    }

    /** The server of a URL of HTTP or HTTPS; anything else is refused. */
    static WebAddress requireWeb(URI uri, String what) throws RefusedException {
        WebAddress address = WebAddress.of(uri);
        if (address == null) {
            throw refused(what + " is no URL of HTTP or HTTPS");
        }
        if (address.port() > WebAddress.LAST_PORT) {
            throw refused(what + " has a port beyond " + WebAddress.LAST_PORT);
        }
        return address;
    }

    private static RefusedException refused(String message) {
        return new RefusedException(message, "check the address given by --source");
    }

    /** For a message: a password in a URL is nobody's business. */
    static String shown(URI uri) {
        return WebAddress.of(uri) == null
                ? shown(uri.toString())
                : uri.toString().replaceFirst("//[^/?#]*@", "//");
    }

    /** For what is no good URL, and may have its password anywhere before the last at-sign. */
    private static String shown(String url) {
        return url.replaceFirst("//.*@", "//");
    }
}
