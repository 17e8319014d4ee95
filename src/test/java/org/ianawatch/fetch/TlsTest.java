package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    private static final String ADVICE = "; check this machine's clock; a proxy that opens TLS needs its authority in"
            + " Java's trust store, by JDK_JAVA_OPTIONS=-Djavax.net.ssl.trustStore=FILE";

    private final Certificate certificate = Certificate.shared();

    @Test
    void readsFromWhomIsTrusted() throws Exception {
        try (WebServer server = new WebServer(certificate.identity()).at("/ports.csv", Answer.content("content"))) {
            assertEquals(
                    "content", Download.plain().trusting(certificate.trust()).text(server.uri("/ports.csv")));
        }
    }

    @Test
    void refusesAtOnceWhoIsNot() throws Exception {
        try (WebServer server = new WebServer(certificate.identity()).at("/ports.csv", Answer.content("content"))) {
            String message = Download.plain().retries(3).failure(server.uri("/ports.csv"));
            String cause =
                    "cannot read " + server.uri("/ports.csv") + ": the certificate of 127.0.0.1 is not trusted (";
            assertTrue(message.startsWith(cause), message);
            assertTrue(
                    message.endsWith("unable to find valid certification path to requested target)" + ADVICE), message);
            assertEquals(List.of(), server.requests());
        }
    }

    @Test
    void refusesACertificateForAnotherName() throws Exception {
        try (WebServer server = new WebServer(certificate.identity()).at("/ports.csv", Answer.content("content"))) {
            URI uri = URI.create("https://localhost:" + server.port() + "/ports.csv");
            assertEquals(
                    "cannot read " + uri + ": the certificate of localhost is not trusted"
                            + " (No subject alternative DNS name matching localhost found.)" + ADVICE,
                    Download.plain().trusting(certificate.trust()).retries(3).failure(uri));
        }
    }

    /** Java's own check knows no such names. */
    @ParameterizedTest
    @ValueSource(strings = {"my_host", "MY_HOST", "web_1.my_net.example"})
    void readsFromANameWithAnUnderscore(String host) throws Exception {
        try (WebServer server = new WebServer(certificate.identity()).at("/ports.csv", Answer.content("content"))) {
            assertEquals("content", underscored(host).text(at(host, server)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"your_host", "my_host.example", "a.b_c.my_net.example", "_my_host"})
    void refusesACertificateForAnotherNameWithAnUnderscore(String host) throws Exception {
        try (WebServer server = new WebServer(certificate.identity()).at("/ports.csv", Answer.content("content"))) {
            String message = underscored(host).retries(3).failure(at(host, server));
            String cause = "cannot read " + at(host, server) + ": the certificate of " + host + " is not trusted (";
            assertTrue(message.startsWith(cause) && message.endsWith(ADVICE), message);
            assertEquals(List.of(), server.requests());
        }
    }

    @Test
    void refusesWhoIsNotTrustedForANameWithAnUnderscore() throws Exception {
        try (WebServer server = new WebServer(certificate.identity())) {
            Download download = Download.plain().knowing(Map.of("my_host", List.of("127.0.0.1")));
            String message = download.failure(at("my_host", server));
            assertTrue(message.contains("unable to find valid certification path"), message);
        }
    }

    private Download underscored(String host) throws Exception {
        return Download.plain().trusting(certificate.trust()).knowing(Map.of(host, List.of("127.0.0.1")));
    }

    private static URI at(String host, WebServer server) {
        return URI.create("https://" + host + ":" + server.port() + "/ports.csv");
    }

    @Test
    void saysThatItIsNoTlsAndTriesAgain() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.says("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            URI uri = URI.create("https://" + server.address() + "/ports.csv");
            String message = Download.timeless(Download.plain().retries(1).failure(uri));
            String cause = "cannot read " + uri + ": TLS with " + server.address() + " failed (Un";
            assertTrue(message.startsWith(cause), message);
            assertTrue(
                    message.endsWith(") (2 tries in TIME);"
                            + " check the network, the firewall, and HTTPS_PROXY if there is a proxy"),
                    message);
            assertEquals(2, server.connections());
        }
    }

    @Test
    void followsFromHttpToHttps() throws Exception {
        try (WebServer secure = new WebServer(certificate.identity()).at("/ports.csv", Answer.content("content"));
                WebServer server = new WebServer()) {
            server.at("/old.csv", Answer.to(301, secure.uri("/ports.csv").toString()));
            assertEquals(
                    secure.uri("/ports.csv"),
                    Download.plain()
                            .trusting(certificate.trust())
                            .whole(server.uri("/old.csv"))
                            .location());
        }
    }

    @Test
    void neverFollowsFromHttpsToHttp() throws Exception {
        try (WebServer open = new WebServer().at("/ports.csv", Answer.content("content"));
                WebServer server = new WebServer(certificate.identity())) {
            server.at("/old.csv", Answer.to(301, open.uri("/ports.csv").toString()));
            assertEquals(
                    "cannot read " + server.uri("/old.csv") + ": it redirects from https to "
                            + open.uri("/ports.csv") + ", which anybody in between could change;"
                            + " give the address that the registry has now with --source",
                    Download.plain().trusting(certificate.trust()).retries(3).failure(server.uri("/old.csv")));
            assertEquals(List.of(), open.requests());
        }
    }
}
