package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.uses.UsesFile;
import org.ianawatch.registry.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsesFileTest {
    @TempDir
    private Path folder;

    @Test
    void readsOneUseOnALine() {
        assertEquals(
                List.of("272-279/tcp=lab telemetry", "278=null", "ssh=C# builds, \"all\" #12"),
                read("# comment\r\n\r\n  272-279/tcp \t lab   telemetry \r\n278\n#279\nssh C# builds, \"all\" #12"));
    }

    @Test
    void readsCommaSeparatedValues() {
        assertEquals(
                List.of("272-279/tcp=lab, \"old\"", "278=", "ssh=null"),
                read("use,added_at,note\n272-279/tcp,2026-11-01,\"lab, \"\"old\"\"\"\n278,,\nssh\n# 279\n"));
        assertEquals(List.of("278=null"), read("use,status\n278,assigned\n"));
    }

    @Test
    void theLastLineOfAUseCounts() {
        assertEquals(List.of("278=second", "279=null"), read("278 first\n279\n278 second\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'278\n\n70000' | line 3: '70000' is no port or range of ports: they go from 0 to 65535, the lower one first",
                "'22 80 443/tcp' | line 1: '80 443/tcp' after 22 reads as further uses, not as a note: give each use a line of its own",
                "'use,note\n278,\"a' | line 2: '278,\"a' is no line of a CSV file: see to its quotes",
                "'use,note\n,a' | line 2: '' is neither ports nor a service name: write 278, 272-279/tcp, ssh or ntp/udp",
            })
    void saysWhichLineIsWrong(String text, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> UsesFile.parse(text, Use::parse))
                        .getMessage());
    }

    @Test
    void standardInputIsAFileToo() {
        assertEquals("Added 2 uses.\n", run("278 one\n279 two\n", "uses", "add", "--file", "-"));
        String list = run("", "uses", "list", "--format", "csv");
        assertEquals(
                """
                use,note,added_at,ports,transports,status,services,block
                278,one,2026-11-01T06:00:00Z,,,,,
                279,two,2026-11-01T06:00:00Z,,,,,
                """,
                list);
        assertEquals("Added 0 uses; 2 were there already.\n", run(list, "uses", "add", "--file", "-"));
        assertEquals(
                "Added 0 uses, changed 1 note; 1 was there already.\n",
                run("278 uno\n279", "uses", "add", "--file", "-"));
    }

    private static List<String> read(String text) {
        return UsesFile.parse(text, Use::parse).stream()
                .map(line -> line.use() + "=" + line.note())
                .toList();
    }

    private String run(String input, String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new Program(new Console(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        both,
                        both,
                        Map.of("IANAWATCH_HOME", folder.toString()),
                        Clock.fixed(Instant.parse("2026-11-01T06:00:00Z"), ZoneOffset.UTC),
                        false,
                        false,
                        false))
                .run(arguments);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
