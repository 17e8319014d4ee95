package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {
    private static final byte[] CONTENT = "22,tcp,ssh\r\n".repeat(5000).getBytes(StandardCharsets.UTF_8);
    private static final byte[] COMPRESSED = Answer.gzip(CONTENT);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void asksForGzipAndDecompressesIt(boolean chunked) throws Exception {
        Answer answer = gzip(COMPRESSED);
        try (WebServer server = new WebServer().at("/ports.csv", chunked ? answer.inChunks() : answer)) {
            assertArrayEquals(
                    CONTENT, Download.plain().whole(server.uri("/ports.csv")).bytes());
            assertEquals(List.of("gzip"), server.requests().get(0).header("Accept-Encoding"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GZip", "x-gzip", "X-GZIP", "identity, gzip", " gzip ,, Identity", "gzip,"})
    void readsTheNameOfTheCodingAsItIsMeant(String coding) throws Exception {
        Answer answer = Answer.content(COMPRESSED).with("Content-Encoding", coding);
        try (WebServer server = new WebServer().at("/ports.csv", answer)) {
            assertArrayEquals(
                    CONTENT, Download.plain().whole(server.uri("/ports.csv")).bytes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "IDENTITY", ""})
    void identityIsNoCompression(String coding) throws Exception {
        Answer answer = Answer.content(CONTENT).with("Content-Encoding", coding);
        try (WebServer server = new WebServer().at("/ports.csv", answer)) {
            assertArrayEquals(
                    CONTENT, Download.plain().whole(server.uri("/ports.csv")).bytes());
        }
    }

    @Test
    void undoesOneCompressionAfterTheOther() throws Exception {
        Answer answer = Answer.content(Answer.gzip(COMPRESSED)).with("Content-Encoding", "gzip, x-gzip");
        try (WebServer server = new WebServer().at("/ports.csv", answer)) {
            assertArrayEquals(
                    CONTENT, Download.plain().whole(server.uri("/ports.csv")).bytes());
        }
    }

    @Test
    void refusesMoreLayersThanCurl() {
        Answer answer = Answer.content(COMPRESSED).with("Content-Encoding", "gzip" + ", gzip".repeat(5));
        try (WebServer server = new WebServer().at("/ports.csv", answer)) {
            assertEquals(
                    "cannot read " + server.uri("/ports.csv")
                            + ": the answer is compressed 6 times over; check the address given by --source",
                    Download.plain().retries(3).failure(server.uri("/ports.csv")));
        }
    }

    /** The second part comes after a pause, which Java takes for the end. */
    @Test
    void readsAllPartsOfAGzipStream() throws Exception {
        byte[] first = Answer.gzip("22,tcp".getBytes(StandardCharsets.UTF_8));
        byte[] second = Answer.gzip(",ssh".getBytes(StandardCharsets.UTF_8));
        String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n";
        try (ScriptedServer server =
                new ScriptedServer(ScriptedServer.says(head + chunk(first) + chunk(second) + "0\r\n\r\n"))) {
            assertEquals("22,tcp,ssh", Download.plain().text(server.uri()));
        }
    }

    private static String chunk(byte[] bytes) {
        return Integer.toHexString(bytes.length) + "\r\n" + new String(bytes, StandardCharsets.ISO_8859_1) + "\r\n";
    }

    @Test
    void takesAnAnswerThatIsNotCompressed() throws Exception {
        try (WebServer server = new WebServer().at("/ports.csv", Answer.content(CONTENT))) {
            assertArrayEquals(
                    CONTENT, Download.plain().whole(server.uri("/ports.csv")).bytes());
        }
    }

    @Test
    void refusesWhatGrowsBeyondTheLimit() {
        byte[] bomb = Answer.gzip(new byte[8 << 20]);
        try (WebServer server = new WebServer().at("/ports.csv", gzip(bomb))) {
            assertEquals(
                    "cannot read " + server.uri("/ports.csv") + ": the answer is larger than 1 MiB;"
                            + " check that this is the address of the registry, or allow more with --max-size",
                    Download.plain().retries(3).failure(server.uri("/ports.csv")));
            assertEquals(1, server.requests().size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, ''",
        "cut, ' (Unexpected end of ZLIB input stream)'",
        "checksum, ' (Corrupt GZIP trailer)'",
        "text, ' (Not in GZIP format)'"
    })
    void asksAgainForWhatCannotBeDecompressed(String fault, String words) throws Exception {
        try (WebServer server = new WebServer().at("/ports.csv", gzip(broken(fault)))) {
            String message = Download.plain().failure(server.uri("/ports.csv"));
            String cause = "cannot read " + server.uri("/ports.csv") + ": the answer cannot be decompressed" + words;
            assertTrue(message.startsWith(cause), message);
            assertTrue(message.endsWith("; the next run asks again"), message);
        }
        try (WebServer server = new WebServer().at("/ports.csv", gzip(broken(fault)), gzip(COMPRESSED))) {
            assertArrayEquals(
                    CONTENT,
                    Download.plain().retries(1).whole(server.uri("/ports.csv")).bytes());
        }
    }

    @Test
    void refusesACompressionThatWasNotAskedFor() {
        Answer answer = Answer.content("content").with("Content-Encoding", "br");
        try (WebServer server = new WebServer().at("/ports.csv", answer)) {
            assertEquals(
                    "cannot read " + server.uri("/ports.csv")
                            + ": the answer is compressed in a way that was not asked for (br);"
                            + " check the address given by --source",
                    Download.plain().retries(3).failure(server.uri("/ports.csv")));
            assertEquals(1, server.requests().size());
        }
    }

    private static Answer gzip(byte[] bytes) {
        return Answer.content(bytes).with("Content-Encoding", "gzip");
    }

    private static byte[] broken(String fault) {
        return switch (fault) {
            case "nothing" -> new byte[0];
            case "cut" -> Arrays.copyOf(COMPRESSED, COMPRESSED.length - 20);
            case "checksum" -> {
                byte[] other = COMPRESSED.clone();
                other[other.length - 8]++;
                yield other;
            }
            default -> CONTENT;
        };
    }
}
