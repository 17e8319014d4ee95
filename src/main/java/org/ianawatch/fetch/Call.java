package org.ianawatch.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/**
 * One request to one server.
 *
 * @param server that of the URL
 * @param proxy in between, or null
 * @param headers what stands in the request beside what the client writes itself; {@code User-Agent} among them
 * @param body what is posted, or null to get
 * @param connect the time to connect to one address
 * @param idle the time to wait for a byte
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Call(
        URI uri,
        WebAddress server,
        Proxies.@Nullable Server proxy,
        Map<String, String> headers,
        byte @Nullable [] body,
        Duration connect,
        Duration idle) {
    static final String USER_AGENT = "User-Agent";
    static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

    private static final String ATTRIBUTE = Call.class.getName();

    static Call in(HttpContext context) {
        return (Call) context.getAttribute(ATTRIBUTE);
    }

    void putInto(HttpContext context) {
        context.setAttribute(ATTRIBUTE, this);
    }

    HttpHost target() {
        return new HttpHost(server.isHttps() ? "https" : "http", server.bareHost(), server.portOrDefault());
    }

    @Nullable
    HttpHost proxyHost() {
        return proxy == null ? null : new HttpHost("http", proxy.server().bareHost(), proxy.port());
    }

    /** Without the name and password that a URL may hold. */
    HttpUriRequestBase request() {
        HttpUriRequestBase request =
                new HttpUriRequestBase(body == null ? "GET" : "POST", URI.create(uri.toASCIIString()));
        request.setScheme(target().getSchemeName());
        request.setAuthority(new URIAuthority(server.bareHost(), server.port()));
        headers.forEach(request::setHeader);
        if (body != null) {
            request.setEntity(new ByteArrayEntity(body, ContentType.parseLenient(headers.get("Content-Type"))));
        }
        if (proxy != null && proxy.authorization() != null && !server.isHttps()) {
            request.setHeader(PROXY_AUTHORIZATION, proxy.authorization());
        }
        return request;
    }
}
