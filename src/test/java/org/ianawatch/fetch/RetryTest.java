package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String TROUBLE = "the server has trouble; the next run asks again";
    private static final String CHECK = "check the address given by --source";

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 501, 502, 503, 504, 599})
    void asksAgainAfterAStatusThatMayPass(int status) throws Exception {
        try (WebServer server = new WebServer()) {
            server.at("/ports.csv", Answer.status(status), Answer.status(status), Answer.content("content"));
            assertEquals("content", Download.plain().retries(2).text(server.uri("/ports.csv")));
            assertEquals(3, server.requests().size());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "408 Request Timeout       | " + TROUBLE,
                "429 Too Many Requests     | the server is asked too often; run this less often",
                "500 Internal Server Error | " + TROUBLE,
                "502 Bad Gateway           | " + TROUBLE,
                "503 Service Unavailable   | " + TROUBLE,
                "504 Gateway Timeout       | " + TROUBLE,
                "599                       | " + TROUBLE
            })
    void saysHowOftenItTriedAndWhatTheServerSaidLast(String words, String advice) {
        int status = Integer.parseInt(words.substring(0, 3));
        try (WebServer server = new WebServer().at("/ports.csv", Answer.status(status))) {
            assertEquals(
                    "cannot read " + server.uri("/ports.csv") + ": HTTP " + words + " (3 tries in TIME); " + advice,
                    Download.timeless(Download.plain().retries(2).failure(server.uri("/ports.csv"))));
            assertEquals(3, server.requests().size());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "204                               | " + CHECK,
                "206                               | " + CHECK,
                "400 Bad Request                   | " + CHECK,
                "401 Unauthorized                  | the server does not let this client read it; check the address, and"
                        + " any proxy in between",
                "403 Forbidden                     | the server does not let this client read it; check the address, and"
                        + " any proxy in between",
                "404 Not Found                     | " + CHECK,
                "407 Proxy Authentication Required | give the proxy's name and password in http_proxy, as"
                        + " http://name:password@host:port",
                "410 Gone                          | " + CHECK,
                "418                               | " + CHECK,
                "451                               | the server does not let this client read it; check the address, and"
                        + " any proxy in between"
            })
    void takesOtherStatusesAtTheirWord(String words, String advice) {
        int status = Integer.parseInt(words.substring(0, 3));
        try (WebServer server = new WebServer().at("/ports.csv", Answer.status(status))) {
            assertEquals(
                    "cannot read " + server.uri("/ports.csv") + ": HTTP " + words + "; " + advice,
                    Download.plain().retries(2).failure(server.uri("/ports.csv")));
            assertEquals(1, server.requests().size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void triesOnceMoreThanThereAreRetries(int retries) {
        try (WebServer server = new WebServer().at("/ports.csv", Answer.status(503))) {
            Download.plain().retries(retries).failure(server.uri("/ports.csv"));
            assertEquals(retries + 1, server.requests().size());
        }
    }

    @Test
    void theRetriesAreForTheWholeWay() {
        try (WebServer server = new WebServer()
                .at("/old.csv", Answer.status(503), Answer.to(302, "/ports.csv"))
                .at("/ports.csv", Answer.status(503))) {
            assertEquals(
                    "cannot read " + server.uri("/old.csv") + ", redirected to " + server.uri("/ports.csv")
                            + ": HTTP 503 Service Unavailable (2 tries in TIME); " + TROUBLE,
                    Download.timeless(Download.plain().retries(2).failure(server.uri("/old.csv"))));
            assertEquals(2, Collections.frequency(server.paths(), "/old.csv"));
            assertEquals(2, Collections.frequency(server.paths(), "/ports.csv"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OK,
                OK + "Content-Length: 20\r\n\r\n",
                OK + "Content-Length: 20\r\n\r\ncontent",
                OK + "Transfer-Encoding: chunked\r\n\r\n10\r\ncontent",
                "SSH-2.0-OpenSSH_9.2\r\n"
            })
    void asksAgainAfterABrokenAnswer(String broken) throws Exception {
        String whole = OK + "Content-Length: 7\r\nConnection: close\r\n\r\ncontent";
        try (ScriptedServer server = new ScriptedServer(
                ScriptedServer.says(broken), ScriptedServer.saysAndResets(broken), ScriptedServer.says(whole))) {
            assertEquals("content", Download.plain().retries(2).text(server.uri()));
            assertEquals(3, server.connections());
        }
    }

    @Test
    void asksAgainAfterSilence() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                ScriptedServer.saysAndHangs(OK), ScriptedServer.says(OK + "Content-Length: 7\r\n\r\ncontent"))) {
            assertEquals(
                    "content",
                    Download.plain().retries(9).idle(Duration.ofMillis(300)).text(server.uri()));
        }
    }

    @Test
    void asksAgainWhenNobodyListens() throws Exception {
        String address;
        try (ScriptedServer closed = new ScriptedServer()) {
            address = closed.uri().toString();
        }
        assertEquals(
                "cannot read " + address + ": no connection to " + address.replaceAll("http://|/ports.csv", "")
                        + " (Connection refused) (3 tries in TIME); check the network, the firewall, and http_proxy if there is a proxy",
                Download.timeless(Download.plain().retries(2).failure(URI.create(address))));
    }
}
