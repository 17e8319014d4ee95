package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeLimitTest {
    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void theLimitIsInclusive(boolean chunked, boolean compressed) throws Exception {
        try (WebServer server = new WebServer()
                .at("/whole.csv", answer(1024, chunked, compressed))
                .at("/more.csv", answer(1025, chunked, compressed))) {
            Download download = Download.plain().retries(2).maximumBytes(1024);
            assertEquals(1024, download.whole(server.uri("/whole.csv")).bytes().length);
            assertEquals(
                    "cannot read " + server.uri("/more.csv") + ": the answer is larger than 1 KiB;"
                            + " check that this is the address of the registry, or allow more with --max-size",
                    download.failure(server.uri("/more.csv")));
            assertEquals(2, server.requests().size());
        }
    }

    /** The server announces more than it has, and the client does not wait for it. */
    @ParameterizedTest
    @CsvSource({"1048577, 1 MiB", "9223372036854775807, 1 MiB"})
    void refusesByContentLengthBeforeAnyByteCame(String length, String limit) throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                ScriptedServer.saysAndHangs("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n"))) {
            assertEquals(
                    "cannot read " + server.uri() + ": the answer is larger than " + limit
                            + "; check that this is the address of the registry, or allow more with --max-size",
                    Download.plain().failure(server.uri()));
        }
    }

    private static Answer answer(int bytes, boolean chunked, boolean compressed) {
        byte[] content = new byte[bytes];
        Answer answer = compressed
                ? Answer.content(Answer.gzip(content)).with("Content-Encoding", "gzip")
                : Answer.content(content);
        return chunked ? answer.inChunks() : answer;
    }
}
