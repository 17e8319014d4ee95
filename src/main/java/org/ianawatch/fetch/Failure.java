package org.ianawatch.fetch;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a try failed, and what to do about it. */
record Failure(String cause, String advice) {
    private static final String CHECK_NETWORK = "check the network, the firewall, and HTTPS_PROXY if there is a proxy";
    private static final String CHECK_ADDRESS = "check the address given by --source";
    private static final String ASK_AGAIN = "the next run asks again";

    /** Whether the same request may succeed later. */
    static boolean isPassing(Throwable failed) {
        return find(failed, RefusedException.class) == null
                && find(failed, CertificateException.class) == null
                && find(failed, UnsupportedOperationException.class) == null
                && find(failed, InterruptedException.class) == null;
    }

    /**
     * What an exception means.
     *
     * @param proxy the address of the proxy in between, or null
     */
    static Failure of(Throwable failed, Limits limits, boolean totalEndsBeforeIdle, URI uri, @Nullable String proxy) {
        RefusedException refused = find(failed, RefusedException.class);
        if (refused != null) {
            return new Failure(String.valueOf(refused.getMessage()), refused.advice());
        }
        String peer = proxy == null ? server(uri) : "the proxy " + proxy;
        if (find(failed, UnresolvedAddressException.class) != null) {
            return new Failure("no address is known for " + peer, "check the name, and this machine's DNS");
        }
        if (find(failed, HttpConnectTimeoutException.class) != null) {
            return new Failure(
                    "no connection to " + peer + " within " + Quantity.of(limits.connect()),
                    CHECK_NETWORK + ", or allow more with --connect-timeout");
        }
        boolean isLate = find(failed, TimeoutException.class) != null;
        if (isLate || (totalEndsBeforeIdle && find(failed, HttpTimeoutException.class) != null)) {
            return new Failure(
                    "not complete within " + Quantity.of(limits.total()), ASK_AGAIN + ", or allow more with --timeout");
        }
        if (find(failed, HttpTimeoutException.class) != null) {
            return new Failure(
                    "nothing came from " + peer + " for " + Quantity.of(limits.idle()),
                    ASK_AGAIN + ", or allow more with --idle-timeout");
        }
        if (find(failed, ConnectException.class) != null) {
            return new Failure("no connection to " + peer + words(failed), CHECK_NETWORK);
        }
        if (find(failed, CertificateException.class) != null) {
            return new Failure(
                    "the certificate of " + uri.getHost() + " is not trusted" + words(failed),
                    "check this machine's clock; a proxy that opens TLS needs its authority in Java's trust store,"
                            + " by JDK_JAVA_OPTIONS=-Djavax.net.ssl.trustStore=FILE");
        }
        if (find(failed, SSLException.class) != null) {
            return new Failure("TLS with " + uri.getHost() + " failed" + words(failed), CHECK_NETWORK);
        }
        if (find(failed, UnsupportedOperationException.class) != null) {
            return new Failure(
                    "the answer is compressed in a way that was not asked for" + words(failed), CHECK_ADDRESS);
        }
        return new Failure("the answer broke off or is no HTTP" + words(failed), ASK_AGAIN);
    }

    /** What a status other than success means. */
    static Failure of(int status) {
        String cause = "HTTP " + status + phrase(status);
        if (status == 401 || status == 403 || status == 451) {
            return new Failure(
                    cause, "the server does not let this client read it; check the address, and any proxy in between");
        }
        if (status == 407) {
            return new Failure(
                    cause, "give the proxy's name and password in HTTPS_PROXY, as http://name:password@host:port");
        }
        if (status == 429) {
            return new Failure(cause, "the server is asked too often; run this less often");
        }
        if (status == 408 || status >= 500) {
            return new Failure(cause, "the server has trouble; " + ASK_AGAIN);
        }
        return new Failure(cause, CHECK_ADDRESS);
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

    /** Without the name and password that a URL may hold. */
    private static String server(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /** The client wraps what went wrong, at times without a message; the innermost words say most. */
    private static String words(Throwable failed) {
        String words = null;
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null) {
                words = cause.getMessage();
            }
        }
        return words == null ? "" : " (" + words + ")";
    }

    private static <T extends Throwable> @Nullable T find(Throwable failed, Class<T> type) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
