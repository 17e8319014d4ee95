package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ianawatch.made.MovableClock;
import org.ianawatch.made.Rows;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Column;
import org.ianawatch.sync.Refusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not the registry's CSV is kept, named and never stored, whatever a person says. */
class MalformedDownloadTest {
    private static final Edition GOOD = Edition.of(300);
    private static final String TEXT = new String(GOOD.bytes(), StandardCharsets.UTF_8);

    private final MovableClock clock = new MovableClock(MadeHome.start());

    @TempDir
    private Path folder;

    static Stream<Arguments> faulty() {
        return Stream.of(
                fault("nothing", "it is empty", ""),
                fault("a header alone", "a header and no records", TEXT.substring(0, TEXT.indexOf('\n') + 1)),
                fault("a web page", "a web page", "<!DOCTYPE html><title>Busy</title>"),
                fault("XML after white space", "a web page", "\r\n <?xml version='1.0'?><registry/>"),
                fault(
                        "a sentence",
                        "lacks 'Service Name'",
                        "The service is down, please come back later.\r\nThank you.\r\n"),
                fault("an open quote", "line 302", TEXT + "open,1,tcp,\"never closed"),
                fault("half a record", "line 302", TEXT + "half,1,tcp"),
                fault("a NUL", "line 302, character 2: a NUL character", TEXT + "n\0l,1,tcp,,,,,,,,,\r\n"),
                arguments(
                        "Latin-1",
                        "line 302: not UTF-8",
                        (TEXT + "caf\u00E9,1,tcp,,,,,,,,,\r\n").getBytes(Charset.forName("ISO-8859-1"))),
                arguments("UTF-16", "", TEXT.getBytes(StandardCharsets.UTF_16)));
    }

    private static Arguments fault(String name, String expected, String text) {
        return arguments(name, expected, text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faulty")
    void itIsRefusedAndTheNextGoodOneIsTaken(String name, String expected, byte[] bytes) throws Exception {
        MadeHome home = MadeHome.withStore(folder, clock);
        home.sync("-", GOOD.bytes(), request -> request);

        SyncResult.Refused refused =
                assertInstanceOf(SyncResult.Refused.class, home.sync("-", bytes, MadeHome.accepting()), name);

        assertEquals(Reason.MALFORMED, refused.refusal().reason());
        assertTrue(
                refused.refusal().message().startsWith("it is not the registry's CSV: ")
                        && refused.refusal().message().contains(expected),
                refused.refusal().message());
        assertNotNull(refused.entry());
        assertArrayEquals(bytes, Files.readAllBytes(refused.entry().file()));
        assertArrayEquals(GOOD.bytes(), home.newest());
        Edition next = GOOD.with(Rows.row("next", "1000", "tcp", "Next"));
        assertInstanceOf(SyncResult.Changed.class, home.sync("-", next.bytes(), request -> request));
        assertEquals(List.of("stored,1", "quarantined,1", "stored,2"), home.checks());
        assertEquals(List.of("1 malformed expired 1"), home.quarantine());
    }

    @Test
    void noColumnMayBeMissing() throws Exception {
        MadeHome home = MadeHome.withStore(folder, clock);
        for (Column column : PortRegistry.COLUMNS) {
            byte[] bytes = TEXT.replaceFirst(column.title(), "Something else").getBytes(StandardCharsets.UTF_8);

            SyncResult.Refused refused =
                    assertInstanceOf(SyncResult.Refused.class, home.rehearse("-", bytes, UnaryOperator.identity()));

            assertTrue(
                    refused.refusal().message().contains(column.title()),
                    refused.refusal().message());
        }
    }
}
