package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
    private static final String CHECK = "; check the address given by --source";

    @ParameterizedTest
    @CsvSource({
        "ftp://me:eCret@a.example/x,    ftp://a.example/x,       this is no URL of HTTP or HTTPS",
        "ports.csv,                     ports.csv,               this is no URL of HTTP or HTTPS",
        "mailto:a@example.org,          mailto:a@example.org,    this is no URL of HTTP or HTTPS",
        "http:///ports.csv,             http:///ports.csv,       this is no URL of HTTP or HTTPS",
        "http://me:eCret@a!b/x,         http://a!b/x,            this is no URL of HTTP or HTTPS",
        "http://me:eC/ret@a.example/x,  http://a.example/x,      this is no URL of HTTP or HTTPS",
        "http://me:eCret@a.example:65536/x, http://a.example:65536/x, this has a port beyond 65535"
    })
    void refusesWhatIsNoUrl(String source, String shown, String cause) {
        assertEquals(
                "cannot read " + shown + ": " + cause + CHECK,
                Download.plain().retries(3).failure(URI.create(source)));
    }

    @Test
    void saysThatAHostIsNotKnownWithoutThePassword() {
        assertEquals(
                "cannot read https://registry.invalid/ports.csv?user=a@b: no address is known for registry.invalid;"
                        + " check the name, and this machine's DNS",
                Download.plain().failure(URI.create("https://me:eC%40ret@registry.invalid/ports.csv?user=a@b")));
    }

    @Test
    void showsNoPasswordOfAnAddressOnTheWay() {
        try (WebServer server = new WebServer()) {
            String other = server.uri("/ports.csv").toString();
            server.at("/old.csv", Answer.to(301, other.replace("http://", "http://me:eCret@")));
            assertEquals(
                    "cannot read " + server.uri("/old.csv") + ", redirected to " + other + ": HTTP 404 Not Found"
                            + CHECK,
                    Download.plain()
                            .failure(URI.create(
                                    server.uri("/old.csv").toString().replace("http://", "http://me:eCret@"))));
        }
    }

    @Test
    void encodesLettersBeyondAscii() throws Exception {
        try (WebServer server = new WebServer().at("/%C3%A9%E2%82%AC.csv?%C3%BC", Answer.content("content"))) {
            assertEquals("content", Download.plain().text(server.uri("/é€.csv?ü")));
        }
    }

    @Test
    void takesASchemeInCapitals() throws Exception {
        try (WebServer server = new WebServer().at("/ports.csv", Answer.content("content"))) {
            assertEquals(
                    "content", Download.plain().text(URI.create("HTTP://localhost:" + server.port() + "/ports.csv")));
        }
    }
}
