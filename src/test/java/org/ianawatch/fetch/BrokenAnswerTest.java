package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ianawatch.fetch.ScriptedServer.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenAnswerTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    /** An underscore is the end of a line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                 | its head breaks off",
                "HTTP/1.                                            | its head breaks off",
                "HTTP/1.1 200 OK_                                   | its head breaks off",
                "HTTP/1.1 200 OK_Content-Le                         | its head breaks off",
                "HTTP/1.1 200 OK_ETag: a_                           | its head breaks off",
                "HTTP/1.1 200 OK_Content-Length: 20__               | Premature end of Content-Length delimited",
                "HTTP/1.1 200 OK_Content-Length: 20__content        | Premature end of Content-Length delimited",
                "HTTP/1.1 200 OK_Transfer-Encoding: chunked__10_abc | Truncated chunk (expected size: 16; actual size: 3)",
                "HTTP/1.1 200 OK_Transfer-Encoding: chunked__3_abc_ | Premature end of chunk coded message body"
            })
    void tellsAClosedConnection(String answer, String words) throws Exception {
        String message = failure(ScriptedServer.says(answer.replace("_", "\r\n")));
        assertTrue(message.startsWith("the connection was closed before the answer was complete (" + words), message);
        assertTrue(message.endsWith("); the next run asks again"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 2", OK, OK + "Content-Length: 20\r\n\r\ncontent"})
    void tellsAConnectionThatWasReset(String answer) throws Exception {
        assertEquals(
                "the connection broke off before the answer was complete (Connection reset); the next run asks again",
                failure(ScriptedServer.saysAndResets(answer)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SSH-2.0-dropbear_                                | Invalid protocol version; error at offset 0: <SSH-2.0-dropbear>",
                "<html>__                                         | Invalid protocol version; error at offset 0: <<html>>",
                "HTTP/2 200__                                     | Unsupported version: HTTP/2.2",
                "HTTP/1.1 abc OK__                                | Status line contains invalid status code; error at offset 9: <HTTP/1.1 abc OK>",
                "HTTP/1.1 200 OK_Content-Length: abc__abc         | Invalid content length: abc",
                "HTTP/1.1 200 OK_Content-Length: -5__abc          | Negative content length: -5",
                "HTTP/1.1 200 OK_Content-Length: 3_Content-Length: 4__abcd | Multiple Content-Length headers",
                "HTTP/1.1 200 OK_Transfer-Encoding: chunked__xyz_ | Bad chunk header: xyz",
                "HTTP/1.1 200 OK_Transfer-Encoding: other__abc    | Unsupported transfer encoding: other",
                "HTTP/1.1 101 Switching Protocols_Upgrade: x__    | Unsupported or invalid protocol: x"
            })
    void tellsWhatIsNoHttp(String answer, String words) throws Exception {
        assertEquals(
                "the answer is no valid HTTP (" + words
                        + "); check the address given by --source, and any proxy in between",
                failure(ScriptedServer.says(answer.replace("_", "\r\n"))));
    }

    /** What stands below an error may have no end. */
    @Test
    void doesNotReadWhatStandsBelowAnError() throws Exception {
        assertEquals(
                "HTTP 404 Not Found; check the address given by --source",
                failure(ScriptedServer.saysAndHangs("HTTP/1.1 404 No\r\nContent-Length: 900000000\r\n\r\n<html>")));
    }

    @Test
    void refusesAHeadWithoutEnd() throws Exception {
        assertEquals(
                "the answer is no valid HTTP (Maximum line length limit exceeded);"
                        + " check the address given by --source, and any proxy in between",
                failure(ScriptedServer.says(OK + "Name: " + "a".repeat(500_000))));
    }

    @Test
    void refusesAFloodOfHeaders() throws Exception {
        assertEquals(
                "the answer is no valid HTTP (Maximum header count exceeded);"
                        + " check the address given by --source, and any proxy in between",
                failure(ScriptedServer.says(OK + "Name: a\r\n".repeat(100_000))));
    }

    @Test
    void refusesAFloodOfTrailers() throws Exception {
        String chunked = OK + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n";
        assertEquals(
                "the answer is no valid HTTP (Maximum header count exceeded);"
                        + " check the address given by --source, and any proxy in between",
                failure(ScriptedServer.says(chunked + "Name: a\r\n".repeat(100_000))));
    }

    private static String failure(Script script) throws Exception {
        try (ScriptedServer server = new ScriptedServer(script)) {
            return Download.plain().failure(server.uri()).replace("cannot read " + server.uri() + ": ", "");
        }
    }
}
