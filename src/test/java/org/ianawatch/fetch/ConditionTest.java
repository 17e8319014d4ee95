package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private static final String MODIFIED = "Sun, 01 Nov 2026 00:00:00 GMT";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "-           | -",
                "\"a-1\"     | -",
                "W/\"a, 1\"  | Sun, 01 Nov 2026 00:00:00 GMT",
                "\"\"          | 2026-11-01",
                "\"\u0080\u009fé\u00ff\" | -",
                "-           | Sunday, 01-Nov-26 00:00:00 GMT"
            })
    void sendsBackWhatIsKnownExactlyAsItCame(String entityTag, String lastModified) throws Exception {
        Answer answer = Answer.content("content");
        if (entityTag != null) {
            answer = answer.with("ETag", entityTag);
        }
        if (lastModified != null) {
            answer = answer.with("Last-Modified", lastModified);
        }
        try (WebServer server = new WebServer().at("/ports.csv", answer, Answer.content("newer"))) {
            Validators received =
                    Download.plain().whole(server.uri("/ports.csv")).validators();
            assertEquals(new Validators(entityTag, lastModified), received);
            Download.plain().fetch(server.uri("/ports.csv"), received);
            assertEquals(
                    entityTag == null ? List.of() : List.of(entityTag),
                    server.requests().get(1).header("If-None-Match"));
            assertEquals(
                    lastModified == null ? List.of() : List.of(lastModified),
                    server.requests().get(1).header("If-Modified-Since"));
        }
    }

    /** They come from a server, and from a store that an earlier run wrote. */
    @ParameterizedTest
    @MethodSource
    void whatCannotBeSentBackCountsAsNone(String value) throws Exception {
        assertEquals(Validators.NONE, new Validators(value, value));
        String head = "HTTP/1.1 200 OK\r\nETag: " + value + "\r\nContent-Length: 7\r\n\r\ncontent";
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.says(head))) {
            assertEquals(Validators.NONE, Download.plain().whole(server.uri()).validators());
        }
    }

    static List<String> whatCannotBeSentBackCountsAsNone() {
        return List.of("\"a\u0001b\"", "\"a\u007fb\"", "\"a\tb\"", "\"" + "a".repeat(2047) + "\"", "");
    }

    /** RFC 9110, section 8.8.3; {@code If-None-Match: *} is answered by 304 for ever. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "no-quotes",
                "\"a\", \"b\"",
                "\"a\",*",
                "w/\"a\"",
                "W/a",
                "'a'",
                "\"a",
                "a\"",
                "\"",
                "W/ \"a\""
            })
    void whatIsNoEntityTagIsNotSentBack(String value) throws Exception {
        Answer answer = Answer.content("content").with("ETag", value).with("Last-Modified", MODIFIED);
        try (WebServer server = new WebServer().at("/ports.csv", answer)) {
            Validators received =
                    Download.plain().whole(server.uri("/ports.csv")).validators();
            assertEquals(new Validators(null, MODIFIED), received);
            Download.plain().fetch(server.uri("/ports.csv"), new Validators(value, MODIFIED));
            assertEquals(List.of(), server.requests().get(1).header("If-None-Match"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\u20acb\"", "\"a\r\nX: y\"", "\"a\u0000\"", " "})
    void whatIsStoredAndNoHeaderCountsAsNone(String value) {
        assertEquals(Validators.NONE, new Validators(value, value));
    }

    @Test
    void asksForTheContentInAnyCaseWhenNothingIsKnown() throws Exception {
        try (WebServer server = new WebServer().at("/ports.csv", Answer.content("content"))) {
            assertEquals("content", Download.plain().text(server.uri("/ports.csv")));
            assertEquals(List.of(), server.requests().get(0).header("If-None-Match"));
            assertEquals(List.of(), server.requests().get(0).header("If-Modified-Since"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "-      | -                             | \"a\" | Sun, 01 Nov 2026 00:00:00 GMT",
                "\"b\"  | -                             | \"b\" | Sun, 01 Nov 2026 00:00:00 GMT",
                "-      | Mon, 02 Nov 2026 00:00:00 GMT | \"a\" | Mon, 02 Nov 2026 00:00:00 GMT",
                "\"b\"  | Mon, 02 Nov 2026 00:00:00 GMT | \"b\" | Mon, 02 Nov 2026 00:00:00 GMT"
            })
    void notModifiedKeepsWhatItDoesNotRepeat(String sentTag, String sentTime, String entityTag, String lastModified)
            throws Exception {
        Answer answer = Answer.status(304);
        if (sentTag != null) {
            answer = answer.with("ETag", sentTag);
        }
        if (sentTime != null) {
            answer = answer.with("Last-Modified", sentTime);
        }
        try (WebServer server = new WebServer().at("/ports.csv", answer)) {
            Fetched fetched = Download.plain().fetch(server.uri("/ports.csv"), new Validators("\"a\"", MODIFIED));
            assertEquals(
                    new Validators(entityTag, lastModified),
                    assertInstanceOf(Fetched.NotModified.class, fetched).validators());
        }
    }

    @Test
    void aNewerContentBringsItsOwnValidatorsOnly() throws Exception {
        Answer newer = Answer.content("newer").with("ETag", "\"b\"");
        try (WebServer server = new WebServer().at("/ports.csv", newer)) {
            Fetched fetched = Download.plain().fetch(server.uri("/ports.csv"), new Validators("\"a\"", MODIFIED));
            Fetched.Downloaded downloaded = assertInstanceOf(Fetched.Downloaded.class, fetched);
            assertEquals("newer", new String(downloaded.bytes(), StandardCharsets.UTF_8));
            assertEquals(new Validators("\"b\"", null), downloaded.validators());
        }
    }

    @Test
    void notModifiedIsNoAnswerToWhoHasNothing() {
        try (WebServer server = new WebServer().at("/ports.csv", Answer.status(304))) {
            assertEquals(
                    "cannot read " + server.uri("/ports.csv") + ": HTTP 304 Not Modified, which was not asked;"
                            + " check the address given by --source",
                    Download.plain().failure(server.uri("/ports.csv")));
        }
    }

    @Test
    void theConditionGoesAlongARedirect() throws Exception {
        try (WebServer server =
                new WebServer().at("/old.csv", Answer.to(301, "/ports.csv")).at("/ports.csv", Answer.status(304))) {
            Validators known = new Validators("\"a\"", null);
            assertEquals(new Fetched.NotModified(known), Download.plain().fetch(server.uri("/old.csv"), known));
            assertEquals(List.of("\"a\""), server.requests().get(1).header("If-None-Match"));
        }
    }
}
