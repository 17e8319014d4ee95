package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {
    private static final String CHECK = "; check the address given by --source";

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsEveryKind(int status) throws Exception {
        try (WebServer target = new WebServer().at("/ports.csv", Answer.content("content"));
                WebServer server = new WebServer()
                        .at(
                                "/old.csv",
                                Answer.to(status, target.uri("/ports.csv").toString()))) {
            Fetched.Downloaded downloaded = Download.plain().whole(server.uri("/old.csv"));
            assertEquals(target.uri("/ports.csv"), downloaded.location());
            assertEquals(7, downloaded.bytes().length);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/b/ports.csv, /b/ports.csv",
        "ports.csv, /a/ports.csv",
        "../ports.csv, /ports.csv",
        "./ports.csv#row-22, /a/ports.csv",
        "?page=2, /a/old.csv?page=2",
        "../new.csv?page=2, /new.csv?page=2",
        "/a b.csv, /a%20b.csv",
        "/b.csv?a=b c, /b.csv?a=b%20c",
        "/a%20b%zz%.csv, /a%20b%25zz%25.csv",
        "/é€.csv, /%C3%A9%E2%82%AC.csv",
        "/a|b[1]{2}^`\\<>, /a%7Cb%5B1%5D%7B2%7D%5E%60%5C%3C%3E",
        "/b.csv#a b, /b.csv"
    })
    void resolvesWhatIsRelative(String location, String path) throws Exception {
        try (WebServer server = new WebServer().at("/a/old.csv", Answer.to(302, location))) {
            server.at(path, Answer.content("content"));
            assertEquals(
                    server.uri(path),
                    Download.plain().whole(server.uri("/a/old.csv")).location());
            assertEquals(List.of("/a/old.csv", path), server.paths());
        }
    }

    @Test
    void encodesBehindTheHostAlone() {
        assertEquals("http://a b/c%20d", Location.encoded("http://a b/c d#e f"));
        assertEquals("//a_b:80/?c%20d", Location.encoded("//a_b:80/?c d"));
        assertEquals("mailto:a%20b", Location.encoded("mailto:a b"));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 305, 306})
    void doesNotFollowOtherStatuses(int status) {
        try (WebServer server = new WebServer().at("/old.csv", Answer.to(status, "/ports.csv"))) {
            String cause = "HTTP " + status + (status == 304 ? " Not Modified, which was not asked" : "");
            assertEquals(
                    "cannot read " + server.uri("/old.csv") + ": " + cause + CHECK,
                    Download.plain().failure(server.uri("/old.csv")));
            assertEquals(List.of("/old.csv"), server.paths());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                     | it redirects without saying where to",
                "''                    | it redirects without saying where to",
                "ftp://example.org/a   | it redirects to 'ftp://example.org/a', which is no URL of HTTP or HTTPS",
                "file:///etc/services  | it redirects to 'file:///etc/services', which is no URL of HTTP or HTTPS",
                "mailto:a@example.org  | it redirects to 'mailto:a@example.org', which is no URL of HTTP or HTTPS",
                "http:///ports.csv     | it redirects to 'http:///ports.csv', which is no URL of HTTP or HTTPS",
                "http://a.example:65536/ | it redirects to 'http://a.example:65536/', which has a port beyond 65535",
                "http://[/             | it redirects to 'http://[/', which is no URL",
                "http://u:secret@a b/  | it redirects to 'http://a b/', which is no URL",
                "http://u:secret@a!b/  | it redirects to 'http://a!b/', which is no URL of HTTP or HTTPS"
            })
    void refusesWhatIsNoPlaceToGo(String location, String cause) {
        Answer answer = location == null ? Answer.status(302) : Answer.to(302, location);
        try (WebServer server = new WebServer().at("/old.csv", answer)) {
            assertEquals(
                    "cannot read " + server.uri("/old.csv") + ": " + cause + CHECK,
                    Download.plain().retries(3).failure(server.uri("/old.csv")));
            assertEquals(List.of("/old.csv"), server.paths());
        }
    }

    @Test
    void refusesALoop() {
        try (WebServer server = new WebServer()
                .at("/start", Answer.to(301, "/a"))
                .at("/a", Answer.to(302, "/b"))
                .at("/b", Answer.to(302, "/a#again"))) {
            String a = server.uri("/a").toString();
            String b = server.uri("/b").toString();
            assertEquals(
                    "cannot read " + server.uri("/start") + ", redirected to " + b + ": it redirects in a loop, " + a
                            + " to " + b + " to " + a
                            + "; this is for the server's operator to mend; the next run asks again",
                    Download.plain().failure(server.uri("/start")));
            assertEquals(List.of("/start", "/a", "/b"), server.paths());
        }
    }

    @Test
    void refusesAPlaceWithinTheSamePage() {
        try (WebServer server = new WebServer().at("/a/old.csv", Answer.to(302, "#row-22"))) {
            String url = server.uri("/a/old.csv").toString();
            assertEquals(
                    "cannot read " + url + ": it redirects in a loop, " + url + " to " + url
                            + "; this is for the server's operator to mend; the next run asks again",
                    Download.plain().failure(server.uri("/a/old.csv")));
        }
    }

    @Test
    void followsFiveAndNoMore() throws Exception {
        try (WebServer server = new WebServer().at("/6", Answer.content("content"))) {
            for (int step = 0; step < 6; step++) {
                server.at("/" + step, Answer.to(302, "/" + (step + 1)));
            }
            assertEquals("content", Download.plain().text(server.uri("/1")));
            assertEquals(
                    "cannot read " + server.uri("/0") + ", redirected to " + server.uri("/5")
                            + ": it redirects more than 5 times, the last time to " + server.uri("/6")
                            + "; give the address that the registry has now with --source",
                    Download.plain().failure(server.uri("/0")));
        }
    }

    @Test
    void saysWhereARedirectEnded() {
        try (WebServer server = new WebServer().at("/old.csv", Answer.to(301, "/gone.csv"))) {
            server.at("/gone.csv", Answer.status(410));
            assertEquals(
                    "cannot read " + server.uri("/old.csv") + ", redirected to " + server.uri("/gone.csv")
                            + ": HTTP 410 Gone" + CHECK,
                    Download.plain().failure(server.uri("/old.csv")));
        }
    }
}
