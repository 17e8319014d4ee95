package org.ianawatch.fetch;

/** What the statuses of HTTP mean here (RFC 9110, section 15). */
final class HttpStatus {
    private HttpStatus() {}

    /** Whether the same request may succeed later. */
    static boolean isPassing(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    /** What RFC 9110 calls a status, behind a blank; empty for one that is seldom met. */
    static String phrase(int status) {
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
