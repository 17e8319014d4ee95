package org.ianawatch.fetch;

import java.net.URI;

/** What the statuses of HTTP mean here (RFC 9110, section 15). */
final class HttpStatus {
    private HttpStatus() {}

    /** Whether the same request may succeed later. */
    static boolean isPassing(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    /** What a status other than success means. */
    static Failure failure(int status, URI uri) {
        String cause = "HTTP " + status + phrase(status);
        if (status == 401 || status == 403 || status == 451) {
            return new Failure(
                    cause, "the server does not let this client read it; check the address, and any proxy in between");
        }
        if (status == 407) {
            return new Failure(
                    cause,
                    "give the proxy's name and password in " + Proxies.variable(uri)
                            + ", as http://name:password@host:port");
        }
        if (status == 429) {
            return new Failure(cause, "the server is asked too often; run this less often");
        }
        if (isPassing(status)) {
            return new Failure(cause, "the server has trouble; " + Failure.ASK_AGAIN);
        }
        return new Failure(cause, Failure.CHECK_ADDRESS);
    }

    private static String phrase(int status) {
        return switch (status) {
            case 304 -> " Not Modified, which was not asked";
            case 400 -> " Bad Request";
            case 401 -> " Unauthorized";
            case 403 -> " Forbidden";
            case 404 -> " Not Found";
            case 407 -> " Proxy Authentication Required";
            case 408 -> " Request Timeout";
            case 410 -> " Gone";
            case 429 -> " Too Many Requests";
            case 500 -> " Internal Server Error";
            case 502 -> " Bad Gateway";
            case 503 -> " Service Unavailable";
            case 504 -> " Gateway Timeout";
            default -> "";
        };
    }
}
