package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrepareTest {
    @Test
    void nothingIsAskedForBeforeItIsFetched() throws Exception {
        try (WebServer server = new WebServer().at("/ports.csv", Answer.content("content"))) {
            Fetcher fetcher = Download.plain().fetcher();
            fetcher.prepare(server.uri("/ports.csv")).join();

            assertEquals(List.of(), server.requests());
            fetcher.fetch(server.uri("/ports.csv"), Validators.NONE);
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void whatCannotBePreparedIsToldByTheFetch() throws Exception {
        try (WebServer server = new WebServer().at("/ports.csv", Answer.content("content"))) {
            Download download = Download.plain().by(Map.of("http_proxy", "socks5://proxy.example:1080"));
            download.fetcher().prepare(server.uri("/ports.csv")).join();

            String failure = download.failure(server.uri("/ports.csv"));
            assertTrue(failure.contains("socks5"), failure);
        }
    }
}
