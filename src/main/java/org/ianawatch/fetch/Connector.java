package org.ianawatch.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Connects to a server or a proxy: to one address of its name after the other, in the order in which the resolver gives them
 * (RFC 6724, section 6), until one takes the connection. Only then TLS begins, and what goes wrong there is final.
 */
final class Connector extends DefaultHttpClientConnectionOperator {
    private static final String SECURE = "https";

    private final DnsResolver resolver;

    Connector(@Nullable SchemePortResolver ports, DnsResolver resolver, TlsSocketStrategy tls) {
        super(ports, resolver, scheme -> SECURE.equals(scheme) ? tls : null);
        this.resolver = resolver;
    }

    @Override
    public void connect(
            ManagedHttpClientConnection connection,
            HttpHost host,
            @Nullable NamedEndpoint name,
            @Nullable Path unixDomainSocket,
            @Nullable InetSocketAddress local,
            @Nullable Timeout connectTimeout,
            SocketConfig socketConfig,
            @Nullable Object attachment,
            HttpContext context)
            throws IOException {
        Call call = Call.in(context);
        Map<InetSocketAddress, IOException> failures = new LinkedHashMap<>();
        for (InetSocketAddress address : resolver.resolve(host.getHostName(), host.getPort())) {
            try {
                connect(connection, address, call);
                if (SECURE.equals(host.getSchemeName())) {
                    upgrade(connection, host, name, attachment, context);
                }
                return;
            } catch (SocketException | SocketTimeoutException failed) {
                failures.put(address, failed);
            }
        }
        throw new NotConnectedException(failures);
    }

    private static void connect(ManagedHttpClientConnection connection, InetSocketAddress address, Call call)
            throws IOException {
        Socket socket = new Socket();
        try {
            // Bound before it is connected, so that to cancel the request closes it.
            connection.bind(socket);
            socket.setTcpNoDelay(true);
            socket.connect(address, milliseconds(call.connect()));
            socket.setSoTimeout(milliseconds(shorter(call.connect(), call.idle())));
            connection.bind(socket);
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Sockets take zero for no limit. */
    private static int milliseconds(Duration time) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, time.toMillis()));
    }
}
