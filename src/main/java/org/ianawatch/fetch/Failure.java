package org.ianawatch.fetch;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a try failed, and what to do about it. */
record Failure(String cause, String advice) {
    static final String CHECK_ADDRESS = "check the address given by --source";
    static final String ASK_AGAIN = "the next run asks again";

    private static final String TUNNEL_FAILED = "Tunnel failed, got: ";

    /** Whether the same request may succeed later. */
    static boolean isPassing(Throwable failed) {
        Integer refusal = tunnelRefusal(failed);
        return find(failed, RefusedException.class) == null
                && find(failed, CertificateException.class) == null
                && find(failed, UnsupportedOperationException.class) == null
                && find(failed, InterruptedException.class) == null
                && (refusal == null || HttpStatus.isPassing(refusal));
    }

    /**
     * What an exception means.
     *
     * @param left what was left of the total time when the try began
     * @param proxy the address of the proxy in between, or null
     */
    static Failure of(Throwable failed, Limits limits, Duration left, URI uri, @Nullable String proxy) {
        RefusedException refused = find(failed, RefusedException.class);
        if (refused != null) {
            return new Failure(String.valueOf(refused.getMessage()), refused.advice());
        }
        String peer = proxy == null ? server(uri) : "the proxy " + proxy;
        if (find(failed, TimeoutException.class) != null || find(failed, HttpTimeoutException.class) != null) {
            return late(failed, limits, left, uri, peer);
        }
        if (find(failed, UnresolvedAddressException.class) != null) {
            return new Failure("no address is known for " + peer, "check the name, and this machine's DNS");
        }
        if (find(failed, ConnectException.class) != null || find(failed, NoRouteToHostException.class) != null) {
            return new Failure("no connection to " + peer + words(failed), checkNetwork(uri));
        }
        Integer refusal = tunnelRefusal(failed);
        if (refusal != null) {
            return new Failure(
                    peer + " does not connect to " + server(uri) + " (HTTP " + refusal + ")",
                    "check what the proxy allows, or list the host in NO_PROXY");
        }
        return find(failed, CertificateException.class) != null || find(failed, SSLException.class) != null
                ? insecure(failed, uri)
                : unreadable(failed);
    }

    /** Java reports the end of a try's time as that of the connection, too, as long as there is no connection. */
    private static Failure late(Throwable failed, Limits limits, Duration left, URI uri, String peer) {
        boolean isConnecting = find(failed, HttpConnectTimeoutException.class) != null;
        Duration limit =
                isConnecting && limits.connect().compareTo(limits.idle()) <= 0 ? limits.connect() : limits.idle();
        if (find(failed, TimeoutException.class) != null || left.compareTo(limit) < 0) {
            return new Failure(
                    "not complete within " + Quantity.of(limits.total()), ASK_AGAIN + ", or allow more with --timeout");
        }
        if (isConnecting && limit.equals(limits.connect())) {
            return new Failure(
                    "no connection to " + peer + " within " + Quantity.of(limit),
                    checkNetwork(uri) + ", or allow more with --connect-timeout");
        }
        return new Failure(
                "nothing came from " + peer + " for " + Quantity.of(limit),
                ASK_AGAIN + ", or allow more with --idle-timeout");
    }

    private static Failure insecure(Throwable failed, URI uri) {
        return find(failed, CertificateException.class) != null
                ? new Failure(
                        "the certificate of " + uri.getHost() + " is not trusted" + words(failed),
                        "check this machine's clock; a proxy that opens TLS needs its authority in Java's trust store,"
                                + " by JDK_JAVA_OPTIONS=-Djavax.net.ssl.trustStore=FILE")
                : new Failure("TLS with " + server(uri) + " failed" + words(failed), checkNetwork(uri));
    }

    private static Failure unreadable(Throwable failed) {
        if (find(failed, EOFException.class) != null) {
            return new Failure(
                    "the connection was closed before the answer was complete (" + failed.getMessage() + ")",
                    ASK_AGAIN);
        }
        if (find(failed, SocketException.class) != null) {
            return new Failure("the connection broke off before the answer was complete" + words(failed), ASK_AGAIN);
        }
        if (find(failed, ZipException.class) != null) {
            return new Failure("the answer cannot be decompressed" + words(failed), ASK_AGAIN);
        }
        if (find(failed, UnsupportedOperationException.class) != null) {
            return new Failure(
                    "the answer is compressed in a way that was not asked for" + words(failed), CHECK_ADDRESS);
        }
        return new Failure("the answer is no valid HTTP" + words(failed), CHECK_ADDRESS + ", and any proxy in between");
    }

    private static String checkNetwork(URI uri) {
        return "check the network, the firewall, and " + Proxies.variable(uri) + " if there is a proxy";
    }

    /** The status by which a proxy refused a tunnel, or null: Java tells it in words only. */
    private static @Nullable Integer tunnelRefusal(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.matches(TUNNEL_FAILED + "\\d{3}")) {
                return Integer.valueOf(message.substring(TUNNEL_FAILED.length()));
            }
        }
        return null;
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
