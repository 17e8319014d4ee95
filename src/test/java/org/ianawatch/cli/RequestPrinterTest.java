package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ianawatch.cli.alerts.RequestPrinter;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.GeneralOptions;
import org.ianawatch.cli.console.Manners;
import org.ianawatch.fetch.RequestListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestPrinterTest {
    private static final String ADDRESS = "https://www.iana.org/registry.csv";

    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void verboseSaysWhatIsAskedAndAnswered() {
        RequestListener listener = RequestPrinter.of(console(true, false, false));

        listener.asks("GET", ADDRESS, "\"abc\"");
        listener.answered(ADDRESS, 503, 0);
        listener.pauses(Duration.ofMillis(2_500));
        listener.asks("GET", ADDRESS, "");
        listener.failed(ADDRESS, "the connection was lost\u0007");
        listener.asks("GET", ADDRESS, "");
        listener.answered(ADDRESS, 200, 1_938);

        assertEquals(
                List.of(
                        "ianawatch: GET " + ADDRESS + ", unless it is still \"abc\"",
                        "ianawatch: 503 from " + ADDRESS + ", 0 bytes in N s",
                        "ianawatch: trying again in 2.5 s",
                        "ianawatch: GET " + ADDRESS,
                        "ianawatch: no answer from " + ADDRESS + ": the connection was lost\\u0007",
                        "ianawatch: GET " + ADDRESS,
                        "ianawatch: 200 from " + ADDRESS + ", 1938 bytes in N s"),
                text().replaceAll("in \\d+\\.\\d s", "in N s")
                        .replace("trying again in N s", "trying again in 2.5 s")
                        .lines()
                        .toList());
    }

    @Test
    void aTerminalSeesPausesAndHowFarALongDownloadIs() {
        RequestListener listener = new RequestPrinter(console(false, true, false), Duration.ZERO);

        listener.asks("GET", ADDRESS, "");
        listener.answered(ADDRESS, 503, 0);
        listener.pauses(Duration.ofSeconds(3));
        listener.asks("GET", ADDRESS, "");
        listener.receives(ADDRESS, 400_000, 1_300_000);
        listener.receives(ADDRESS, 1_300_000, -1);
        listener.answered(ADDRESS, 200, 1_300_000);

        assertEquals(
                "ianawatch: the server answered 503; trying again in 3.0 s\n"
                        + "\r\u001b[Kianawatch: 0.4 of 1.3 MB from " + ADDRESS
                        + "\r\u001b[Kianawatch: 1.3 MB from " + ADDRESS
                        + "\r\u001b[K",
                text());
    }

    @Test
    void aShortDownloadIsNotWorthALine() {
        RequestListener listener = new RequestPrinter(console(false, true, false), Duration.ofDays(1));

        listener.asks("GET", ADDRESS, "");
        listener.receives(ADDRESS, 400_000, 1_300_000);
        listener.answered(ADDRESS, 200, 1_300_000);

        assertEquals("", text());
    }

    @Test
    void nobodyHearsWhoDoesNotWatchOrWantsQuiet() {
        assertEquals(RequestListener.NONE, RequestPrinter.of(console(false, false, false)));
        assertEquals(RequestListener.NONE, RequestPrinter.of(console(false, true, true)));
    }

    @Test
    void syncSaysItWithVerbose() throws Exception {
        try (EditionServer server = new EditionServer(SessionTest.SAMPLES)) {
            String url = server.url().replace("://", "://me:secret@");
            Shell shell = new Shell(folder);
            Shell.Ended first = shell.run("sync", "-v", "--source", url);
            Shell.Ended second = shell.run("sync", "--verbose", "--source", url);

            assertTrue(
                    first.error()
                            .matches("ianawatch: GET \\Q" + server.url() + "\\E\n" + "ianawatch: 200 from \\Q"
                                    + server.url() + "\\E, 1938 bytes in \\d+\\.\\d s\n(?s:.*)"),
                    first.error());
            assertTrue(
                    second.error()
                            .matches("ianawatch: GET \\Q" + server.url() + "\\E, unless it is still \\S.*\n"
                                    + "ianawatch: 304 from \\Q" + server.url() + "\\E, 0 bytes in \\d+\\.\\d s\n"),
                    second.error());
            assertEquals("", shell.run("sync", "--source", url).error());
        }
    }

    private String text() {
        return error.toString(StandardCharsets.UTF_8);
    }

    private Console console(boolean isVerbose, boolean errorIsTerminal, boolean isQuiet) {
        return new Console(
                InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(error, true, StandardCharsets.UTF_8),
                Map.of(),
                Clock.systemUTC(),
                false,
                false,
                errorIsTerminal,
                new Manners(GeneralOptions.Colour.AUTO, isVerbose, isQuiet, true));
    }
}
