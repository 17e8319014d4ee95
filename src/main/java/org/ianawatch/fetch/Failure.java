package org.ianawatch.fetch;

import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/** Why a try failed, and what to do about it. */
record Failure(String cause, String advice) {
    static final String CHECK_ADDRESS = "check the address given by --source";
    static final String ASK_AGAIN = "the next run asks again";

    /** Whether the same request may succeed later. */
    static boolean isPassing(Throwable failed) {
        TunnelException refusal = find(failed, TunnelException.class);
        return find(failed, RefusedException.class) == null
                && find(failed, OutOfTimeException.class) == null
                && find(failed, CertificateException.class) == null
                && (refusal == null || HttpStatus.isPassing(refusal.status()));
    }

    /**
     * What an exception means.
     *
     * @param uri that of a server, except where the exception is that it is none
     * @param proxy the address of the proxy in between, or null
     */
    static Failure of(Throwable failed, Limits limits, URI uri, @Nullable String proxy) {
        RefusedException refused = find(failed, RefusedException.class);
        if (refused != null) {
            return new Failure(String.valueOf(refused.getMessage()), refused.advice());
        }
        if (find(failed, OutOfTimeException.class) != null) {
            return new Failure(
                    "not complete within " + Quantity.of(limits.total()), ASK_AGAIN + ", or allow more with --timeout");
        }
        String peer = proxy == null ? server(uri) : "the proxy " + proxy;
        if (find(failed, UnknownHostException.class) != null) {
            return new Failure("no address is known for " + peer, "check the name, and this machine's DNS");
        }
        NotConnectedException refusals = find(failed, NotConnectedException.class);
        if (refusals != null) {
            return notConnected(refusals, limits, uri, peer);
        }
        boolean isConnecting = find(failed, HandshakeTimeoutException.class) != null;
        if (isConnecting && limits.connect().compareTo(limits.idle()) <= 0) {
            return notConnectedInTime("", limits, uri, peer);
        }
        if (isConnecting || find(failed, SocketTimeoutException.class) != null) {
            return new Failure(
                    "nothing came from " + peer + " for " + Quantity.of(limits.idle()),
                    ASK_AGAIN + ", or allow more with --idle-timeout");
        }
        TunnelException refusal = find(failed, TunnelException.class);
        if (refusal != null) {
            return new Failure(
                    peer + " does not connect to " + server(uri) + " (HTTP " + refusal.status() + ")",
                    "check what the proxy allows, or list the host in NO_PROXY");
        }
        return find(failed, CertificateException.class) != null || find(failed, SSLException.class) != null
                ? insecure(failed, uri)
                : unreadable(failed);
    }

    /** What a status other than success means. */
    static Failure ofStatus(int status, URI uri) {
        String cause = "HTTP " + status + HttpStatus.phrase(status);
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
        if (HttpStatus.isPassing(status)) {
            return new Failure(cause, "the server has trouble; " + ASK_AGAIN);
        }
        return new Failure(cause, CHECK_ADDRESS);
    }

    private static Failure notConnected(NotConnectedException refusals, Limits limits, URI uri, String peer) {
        if (!refusals.isLate()) {
            return new Failure(
                    "no connection to " + peer + " (" + refusals.reasons(limits.connect()) + ")", checkNetwork(uri));
        }
        return notConnectedInTime(refusals.tried() == 1 ? "" : " to any of " + refusals.addresses(), limits, uri, peer);
    }

    private static Failure notConnectedInTime(String where, Limits limits, URI uri, String peer) {
        return new Failure(
                "no connection to " + peer + " within " + Quantity.of(limits.connect()) + where,
                checkNetwork(uri) + ", or allow more with --connect-timeout");
    }

    private static Failure insecure(Throwable failed, URI uri) {
        return find(failed, CertificateException.class) != null
                ? new Failure(
                        "the certificate of " + host(uri) + " is not trusted" + words(failed),
                        "check this machine's clock; a proxy that opens TLS needs its authority in Java's trust store,"
                                + " by JDK_JAVA_OPTIONS=-Djavax.net.ssl.trustStore=FILE")
                : new Failure("TLS with " + server(uri) + " failed" + words(failed), checkNetwork(uri));
    }

    private static Failure unreadable(Throwable failed) {
        if (find(failed, ConnectionClosedException.class) != null
                || find(failed, NoHttpResponseException.class) != null
                || find(failed, TruncatedChunkException.class) != null) {
            return new Failure("the connection was closed before the answer was complete" + words(failed), ASK_AGAIN);
        }
        if (find(failed, SocketException.class) != null) {
            return new Failure("the connection broke off before the answer was complete" + words(failed), ASK_AGAIN);
        }
        // What ends early below the decompression is the connection, and was told above.
        if (find(failed, ZipException.class) != null || find(failed, EOFException.class) != null) {
            return new Failure("the answer cannot be decompressed" + words(failed), ASK_AGAIN);
        }
        return new Failure("the answer is no valid HTTP" + words(failed), CHECK_ADDRESS + ", and any proxy in between");
    }

    private static String checkNetwork(URI uri) {
        return "check the network, the firewall, and " + Proxies.variable(uri) + " if there is a proxy";
    }

    /** Without the name and password that a URL may hold. */
    private static String server(URI uri) {
        return String.valueOf(WebAddress.of(uri));
    }

    private static String host(URI uri) {
        WebAddress address = WebAddress.of(uri);
        return address == null ? "" : address.host();
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
