package org.ianawatch.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The clients by which the servers of one download are reached, straight or by a proxy. Not for several threads. */
final class Connections implements AutoCloseable {
    private final Duration connectLimit;
    private final Proxies proxies;
    private final @Nullable SSLContext trust;
    private final Map<String, HttpClient> clients = new HashMap<>();
    private final ThreadGroup threads = new ThreadGroup("fetch");

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
    HttpClient to(URI uri) throws IOException, InterruptedException {
        Proxies.Server proxy = proxies.toReach(uri);
        String way = uri.getScheme() + " " + (proxy == null ? "" : proxy.address());
        HttpClient client = clients.get(way);
        if (client == null) {
            client = build(builder(uri, proxy));
            clients.put(way, client);
        }
        return client;
    }

    @Nullable
    String proxyAuthorization(URI uri) throws RefusedException {
        Proxies.Server proxy = proxies.toReach(uri);
        return proxy == null ? null : proxy.authorization();
    }

    /** The address of the proxy in between, or null for none, or for one that cannot be used. */
    @Nullable
    String proxyAddress(URI uri) {
        try {
            Proxies.Server proxy = proxies.toReach(uri);
            return proxy == null ? null : proxy.address();
        } catch (RefusedException unusable) {
            return null;
        }
    }

    /**
     * Ends the threads of the clients. Before Java 21 a client cannot be closed, and one thread of it that waits for the
     * network makes the Java machine wait 0.3 s for it at the end.
     */
    @Override
    public void close() {
        threads.interrupt();
    }

    private HttpClient.Builder builder(URI uri, Proxies.@Nullable Server proxy) {
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
            client.sslContext(NoTls.context());
        } else if (trust != null) {
            client.sslContext(trust);
        }
        return client;
    }

    /** A client's threads join the group of the thread that builds it. */
    private HttpClient build(HttpClient.Builder builder) throws IOException, InterruptedException {
        FutureTask<HttpClient> building = new FutureTask<>(builder::build);
        new Thread(threads, building, "fetch-start").start();
        try {
            return building.get();
        } catch (ExecutionException failed) {
            throw new IOException("Java cannot make an HTTP client", failed.getCause());
        }
    }
}
