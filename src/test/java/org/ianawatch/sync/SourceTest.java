package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.ianawatch.fetch.Fetcher;
import org.ianawatch.fetch.Limits;
import org.ianawatch.fetch.UserAgent;
import org.ianawatch.fetch.WebClient;
import org.ianawatch.made.Hang;
import org.ianawatch.ports.PortRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {
    /** RFC 3986, section 3.1. */
    @ParameterizedTest
    @CsvSource({
        "HTTP://Example.org/Ports.CSV?A=B, http://Example.org/Ports.CSV?A=B",
        "Https://example.org/, https://example.org/",
        "https://example.org/, https://example.org/",
    })
    void aSchemeMayStandInCapitals(String name, String url) {
        assertEquals(URI.create(url), source(name).url());
        assertEquals(name, source(name).name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "ports.csv", "http:/ports.csv", "http.csv", "a/http://example.org"})
    void allElseIsNoUrl(String name) {
        assertNull(source(name).url());
    }

    private static Source source(String name) {
        Limits limits = new Limits(Hang.LIMIT, Hang.LIMIT, Hang.LIMIT, 1, 0, Hang.LIMIT, Hang.LIMIT);
        Fetcher fetcher = new Fetcher(new WebClient(Map.of()), limits, Clock.systemUTC(), new UserAgent("test", null));
        return new Source(PortRegistry.REGISTRY, name, fetcher, InputStream.nullInputStream());
    }
}
