package org.ianawatch.fetch;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The way that servers send a download along. */
final class Redirects {
    static final int LAST_PORT = 65535;

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

    static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** Goes where the answer points to. */
    void follow(HttpResponse<?> response) throws RefusedException {
        String target = response.headers().firstValue("Location").orElse("");
        URI next = resolve(target);
        requireWeb(next, "it redirects to '" + shown(next) + "', which");
        if (isHttps(location()) && !isHttps(next)) {
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
                // Java resolves by RFC 2396, where a query alone drops the last part of the path.
                String reference = target.startsWith("?") ? location().getRawPath() + target : target;
                return withoutFragment(location().resolve(URI.create(reference)));
            }
        } catch (IllegalArgumentException malformed) {
            throw refused("it redirects to '" + shown(target) + "', which is no URL");
        }
        throw refused("it redirects without saying where to");
    }

    private static URI withoutFragment(URI uri) {
        String text = uri.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? uri : URI.create(text.substring(0, fragment));
    }

    static void requireWeb(URI uri, String what) throws RefusedException {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw refused(what + " is no URL of HTTP or HTTPS");
        }
        if (uri.getPort() > LAST_PORT) {
            throw refused(what + " has a port beyond " + LAST_PORT);
        }
    }

    private static RefusedException refused(String message) {
        return new RefusedException(message, "check the address given by --source");
    }

    /** For a message: a password in a URL is nobody's business. */
    static String shown(URI uri) {
        return uri.getHost() == null ? shown(uri.toString()) : uri.toString().replaceFirst("//[^/?#]*@", "//");
    }

    /** For what is no good URL, and may have its password anywhere before the last at-sign. */
    private static String shown(String url) {
        return url.replaceFirst("//.*@", "//");
    }
}
