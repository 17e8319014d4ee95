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
                "''                                                 | HTTP/1.1 header parser received no bytes",
                "HTTP/1.                                            | parsing HTTP/1.1 status line",
                "HTTP/1.1 200 OK_Content-Le                         | parsing HTTP/1.1 header",
                "HTTP/1.1 200 OK_Content-Length: 20__               | fixed content-length: 20, bytes received: 0",
                "HTTP/1.1 200 OK_Content-Length: 20__content        | fixed content-length: 20, bytes received: 7",
                "HTTP/1.1 200 OK_Transfer-Encoding: chunked__10_abc | chunked transfer encoding",
                "HTTP/1.1 200 OK_Transfer-Encoding: chunked__3_abc_ | chunked transfer encoding"
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
                "SSH-2.0-dropbear_                                | Invalid status line: \"SSH-2.0-dropbear\"",
                "<html>__                                         | Invalid status line: \"<html>\"",
                "HTTP/2 200__                                     | Invalid status line: \"HTTP/2 200\"",
                "HTTP/1.1 abc OK__                                | Invalid status line: \"HTTP/1.1 abc OK\"",
                "HTTP/1.1 200 OK_na me: value__                   | Invalid header name \"na me\"",
                "HTTP/1.1 200 OK_Content-Length: abc__abc         | For input string: \"abc\"",
                "HTTP/1.1 200 OK_Transfer-Encoding: chunked__xyz_ | Illegal character in chunk size: 120"
            })
    void tellsWhatIsNoHttp(String answer, String words) throws Exception {
        assertEquals(
                "the answer is no valid HTTP (" + words
                        + "); check the address given by --source, and any proxy in between",
                failure(ScriptedServer.says(answer.replace("_", "\r\n"))));
    }

    @Test
    void refusesAHeadWithoutEnd() throws Exception {
        assertEquals(
                "the answer is no valid HTTP (Header size too big: 393217 > 393216);"
                        + " check the address given by --source, and any proxy in between",
                failure(ScriptedServer.says(OK + "Name: " + "a".repeat(500_000))));
    }

    private static String failure(Script script) throws Exception {
        try (ScriptedServer server = new ScriptedServer(script)) {
            return Download.plain().failure(server.uri()).replace("cannot read " + server.uri() + ": ", "");
        }
    }
}
