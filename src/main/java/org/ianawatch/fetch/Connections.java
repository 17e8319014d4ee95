package org.ianawatch.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** The clients by which servers are reached, straight or by a proxy. For any number of threads. */
final class Connections {
    private final Duration connectLimit;
    private final Proxies proxies;
    private final @Nullable SSLContext trust;
    private final Map<String, HttpClient> clients = new HashMap<>();

    /**
     * Connections that are made when they are needed.
     *
     * @param trust which certificates are trusted; null for those that Java trusts
     */
    Connections(Duration connectLimit, Proxies proxies, @Nullable SSLContext trust) {
        this.connectLimit = connectLimit;
        this.proxies = proxies;
        this.trust = trust;
    }

    /** One client for each way, so that plain HTTP does not wait until all trusted certificates are read. */
    synchronized HttpClient to(URI uri) throws IOException {
        Proxies.Server proxy = proxies.toReach(uri);
        String way = uri.getScheme() + " " + (proxy == null ? "" : proxy.address());
        HttpClient client = clients.get(way);
        if (client == null) {
            client = make(uri, proxy);
            clients.put(way, client);
        }
        return client;
    }

    @Nullable
    String proxyAuthorization(URI uri) throws RefusedException {
        Proxies.Server proxy = proxies.toReach(uri);
        return proxy == null ? null : proxy.authorization();
    }

    /** The address of the proxy in between, or null. */
    @Nullable
    String proxyAddress(URI uri) throws RefusedException {
        Proxies.Server proxy = proxies.toReach(uri);
        return proxy == null ? null : proxy.address();
    }

    private HttpClient make(URI uri, Proxies.@Nullable Server proxy) throws IOException {
        // One request to one server gains nothing from HTTP/2, and loads more classes for it.
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectLimit)
                .proxy(
                        proxy == null
                                ? HttpClient.Builder.NO_PROXY
                                : ProxySelector.of(InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
        if (!Redirects.isHttps(uri)) {
            client.sslContext(trustingNobody());
        } else if (trust != null) {
            client.sslContext(trust);
        }
        return client.build();
    }

    private static SSLContext trustingNobody() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IOException("this Java has no TLS", broken);
        }
    }
}
