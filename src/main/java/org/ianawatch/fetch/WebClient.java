package org.ianawatch.fetch;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The one client of a run, for what is read and what is sent, by HTTP/1.1. Proxies come from the environment by the rules of curl:
 * {@code https_proxy}, {@code HTTPS_PROXY}, {@code http_proxy} (not {@code HTTP_PROXY}), {@code all_proxy}, {@code ALL_PROXY},
 * {@code no_proxy}, {@code NO_PROXY}.
 *
 * <p>For any number of threads. Its own threads do not keep the program alive.
 */
public final class WebClient {
    private static final Http1Config HEAD = Http1Config.custom()
            .setMaxLineLength(1 << 16)
            .setMaxHeaderCount(200)
            .build();
    private static final int PROXY_WANTS_PASSWORD = 407;

    private final Proxies proxies;
    private final @Nullable SSLContext trust;
    private final DnsResolver resolver;
    private final RequestListener listener;
    private @Nullable CloseableHttpClient client;
    private @Nullable PoolingHttpClientConnectionManager connections;

    /** Takes from an answer what is wanted of it, on a thread of the client. */
    interface Reader<T> {
        T read(ClassicHttpResponse response) throws IOException;
    }

    /**
     * A client that connects to nothing yet.
     *
     * @param environment where proxies are named
     */
    public WebClient(Map<String, String> environment) {
        this(environment, RequestListener.NONE);
    }

    /**
     * A client that connects to nothing yet.
     *
     * @param environment where proxies are named
     * @param listener hears of each request
     */
    public WebClient(Map<String, String> environment, RequestListener listener) {
        this(environment, null, SystemDefaultDnsResolver.INSTANCE, listener);
    }

    /**
     * The same for tests.
     *
     * @param trust which certificates are trusted; null for those that Java trusts
     */
    WebClient(Map<String, String> environment, @Nullable SSLContext trust, DnsResolver resolver) {
        this(environment, trust, resolver, RequestListener.NONE);
    }

    private WebClient(
            Map<String, String> environment,
            @Nullable SSLContext trust,
            DnsResolver resolver,
            RequestListener listener) {
        this.proxies = new Proxies(Map.copyOf(environment));
        this.trust = trust;
        this.resolver = resolver;
        this.listener = listener;
    }

    RequestListener listener() {
        return listener;
    }

    Proxies proxies() {
        return proxies;
    }

    /** Closes the connections that are kept for another request to the same server. */
    public synchronized void closeIdle() {
        if (connections != null) {
            connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
        }
    }

    /** Makes what the first request in a process needs, and connects to nothing. */
    void prepare(URI uri) throws IOException {
        client();
        WebAddress server = WebAddress.of(uri);
        if (server != null && server.isHttps()) {
            trusted();
        }
    }

    /**
     * Sends a request and reads the answer. That goes on in a thread of its own, since neither an interruption nor a limit ends
     * what waits for a name, a connection or a byte.
     *
     * @throws OutOfTimeException at the deadline
     */
    <T> T send(Call call, Deadline deadline, Reader<T> reader) throws IOException, InterruptedException {
        HttpUriRequestBase request = call.request();
        FutureTask<T> exchange = new FutureTask<>(() -> exchange(call, request, reader));
        Thread thread = new Thread(exchange, "fetch");
        thread.setDaemon(true);
        thread.start();
        try {
            return exchange.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new OutOfTimeException();
        } catch (ExecutionException failed) {
            throw thrown(failed.getCause());
        } finally {
            // Closes the connection, unless the answer was read to its end: a server may have no end in mind.
            request.cancel();
        }
    }

    private static IOException thrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException defect) {
            throw defect;
        }
        return cause instanceof IOException failed ? failed : new IOException(cause);
    }

    private <T> T exchange(Call call, HttpUriRequestBase request, Reader<T> reader) throws IOException {
        HttpClientContext context = HttpClientContext.create();
        call.putInto(context);
        context.setRequestConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(call.idle()))
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build());
        ClassicHttpResponse response = client().executeOpen(call.target(), request, context);
        boolean isProxys = call.server().isHttps() && context.getSSLSession() == null;
        if (isProxys && response.getCode() != PROXY_WANTS_PASSWORD) {
            throw new TunnelException(response.getCode());
        }
        return reader.read(response);
    }

    private synchronized CloseableHttpClient client() {
        if (client == null) {
            connections = connections();
            client = HttpClientBuilder.create()
                    .setConnectionManager(connections)
                    .setRequestExecutor(new Tunnelling())
                    .setRoutePlanner(WebClient::route)
                    .setUserAgent("ianawatch")
                    .setDefaultCredentialsProvider(new BasicCredentialsProvider())
                    .setDefaultAuthSchemeRegistry(scheme -> null)
                    .disableAuthCaching()
                    .disableAutomaticRetries()
                    .disableConnectionState()
                    .disableContentCompression()
                    .disableCookieManagement()
                    .disableRedirectHandling()
                    .setDefaultCookieSpecRegistry(specification -> null)
                    .build();
        }
        return client;
    }

    private PoolingHttpClientConnectionManager connections() {
        return new Connections(resolver)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HEAD)
                        .responseParserFactory(HeadParser::new)
                        // A character for each byte, both ways: so an entity tag goes back as it came.
                        .charCodingConfig(CharCodingConfig.custom()
                                .setCharset(StandardCharsets.ISO_8859_1)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .setTlsSocketStrategy(this::secured)
                .build();
    }

    private static HttpRoute route(HttpHost target, HttpContext context) {
        Call call = Call.in(context);
        HttpHost proxy = call.proxyHost();
        boolean isSecure = call.server().isHttps();
        return proxy == null ? new HttpRoute(target, null, isSecure) : new HttpRoute(target, null, proxy, isSecure);
    }

    private SSLSocket secured(Socket socket, String unused, int port, @Nullable Object attachment, HttpContext context)
            throws IOException {
        // The client knows a name by its letters, and a certificate in ASCII.
        String host = Call.in(context).server().bareHost();
        SSLSocket secured = (SSLSocket) trusted().getSocketFactory().createSocket(socket, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        // Java knows no name with an underscore, as networks of containers have them.
        boolean isKnownToJava = !host.contains("_");
        if (isKnownToJava) {
            // Without this the certificate of any other server would do.
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
        }
        try {
            secured.startHandshake();
            if (!isKnownToJava) {
                verify(host, secured);
            }
        } catch (SocketTimeoutException late) {
            throw new HandshakeTimeoutException(late);
        }
        return secured;
    }

    /** The same check by the client's library, which goes through the letters of a name alone. */
    private static void verify(String host, SSLSocket secured) throws SSLException {
        X509Certificate shown = (X509Certificate) secured.getSession().getPeerCertificates()[0];
        try {
            new DefaultHostnameVerifier().verify(host, shown);
        } catch (SSLException wrong) {
            CertificateException cause = new CertificateException(wrong.getMessage(), wrong);
            throw new SSLException(cause);
        }
    }

    private SSLContext trusted() throws IOException {
        try {
            return trust == null ? SSLContext.getDefault() : trust;
        } catch (NoSuchAlgorithmException failed) {
            throw new IOException("Java cannot make TLS", failed);
        }
    }

    private static final class Connections extends PoolingHttpClientConnectionManagerBuilder {
        private final DnsResolver resolver;

        Connections(DnsResolver resolver) {
            this.resolver = resolver;
        }

        @Override
        protected HttpClientConnectionOperator createConnectionOperator(
                @Nullable SchemePortResolver ports, @Nullable DnsResolver unused, TlsSocketStrategy tls) {
            return new Connector(ports, resolver, tls);
        }
    }

    /** The client writes CONNECT itself, and would say another name, and no password before it is asked. */
    private static final class Tunnelling extends HttpRequestExecutor {
        @Override
        public ClassicHttpResponse execute(
                ClassicHttpRequest request,
                HttpClientConnection connection,
                @Nullable HttpResponseInformationCallback callback,
                HttpContext context)
                throws IOException, HttpException {
            Call call = Call.in(context);
            if (Method.CONNECT.isSame(request.getMethod())) {
                request.setHeader(Call.USER_AGENT, call.headers().get(Call.USER_AGENT));
                Proxies.Server proxy = call.proxy();
                if (proxy != null && proxy.authorization() != null) {
                    request.setHeader(Call.PROXY_AUTHORIZATION, proxy.authorization());
                }
            }
            return super.execute(request, connection, callback, context);
        }
    }
}
