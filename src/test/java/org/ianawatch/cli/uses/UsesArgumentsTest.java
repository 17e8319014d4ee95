package org.ianawatch.cli.uses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.ianawatch.registry.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words are uses, and which a note; the registry has ssh, domain and time. */
class UsesArgumentsTest {
    private static final Set<String> NAMES = Set.of("ssh", "domain", "time");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "278 | 278=null",
                "278 lab telemetry | 278=lab telemetry",
                "278 rack 12 | 278=rack 12",
                "278 24/7 line | 278=24/7 line",
                "278 and/or | 278=and/or",
                "13 time server | 13=time server",
                "ssh lab | ssh=lab",
                "22 80 443/tcp | 22=null, 80=null, 443/tcp=null",
                "22 ntp/udp web | 22=web, ntp/udp=web",
                "278/tcp 9000-9010 SSH | 278/tcp=null, 9000-9010=null, ssh=null",
                "ssh domain 53 | ssh=null, domain=null, 53=null",
                "22 22/TCP 22 22/tcp | 22=null, 22/tcp=null",
                "22 tcp/80 | 22=null, tcp/80=null",
            })
    void theFirstWordThatIsNoUseBeginsTheNote(String words, String lines) {
        assertEquals(lines, parse(words, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "278 ssh | lab | 278=lab, ssh=lab",
                "ssh domain | '' | ssh=, domain=",
                "278/tcp not-there | lab | 278/tcp=lab, not-there=lab",
            })
    void withANoteOfItsOwnEachWordIsAUse(String words, String note, String lines) {
        assertEquals(lines, parse(words, note));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "22 80/tpc | 'tpc' is no transport: write tcp, udp, sctp or dccp, or leave it out for all; two are two uses",
                "22 70000 | '70000' is no port or range of ports: they go from 0 to 65535, the lower one first",
                "22 ssh | 'ssh' after 22 is the name of a service, and may be a further use or a note: write --note ssh for"
                        + " the note, or give the use a command of its own",
            })
    void whatMayBeBothIsRefused(String words, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> parse(words, null))
                        .getMessage());
    }

    @Test
    void aNoteInQuotesIsOneWord() {
        assertEquals(
                List.of(new UsesFile.Line(Use.parse("278"), "lab telemetry")),
                UsesArguments.parse(List.of("278", "lab telemetry"), null, Use::parse, NAMES::contains));
    }

    private static String parse(String words, String note) {
        return UsesArguments.parse(
                        List.of(words.split(" ")),
                        note,
                        Use::parse,
                        word -> NAMES.contains(word.toLowerCase(Locale.ROOT)))
                .stream()
                .map(line -> line.use() + "=" + line.note())
                .collect(Collectors.joining(", "));
    }
}
