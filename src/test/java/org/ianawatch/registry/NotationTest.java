package org.ianawatch.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTest {
    /** What reads as no code is shown as a question mark. */
    private static String read(Notation notation, String cell) {
        return notation.read(cell).isEmpty()
                ? "?"
                : notation.read(cell).stream().map(Span::toString).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "17, 17",
        "0x2A, 42",
        "0b010, 2",
        "01b, 1",
        "5-9, 5-9",
        "0x30-0x3F, 48-63",
        "0x8B-99, 139-153",
        "5 to 9, 5-9",
        "5..9, 5-9",
        "5 through 9, 5-9",
        "5\u20139, 5-9",
        "'0x13,0x01', 4865",
        "'0xC0,0x30-FF', 49200-49407",
        "'0x5B-69,*', 23296-27135",
        "'0x56,0x01-0xC0,0x00', 22017-49152",
        "'0x1A-1B,0x0A', 6666 6922",
        "-256 to -46, -256..-46",
        "-1 to -222, -222..-1",
        ">=256, 256..",
        "7+, 7..",
        "7 and above, 7..",
        "less than -65536, ..-65537",
        "greater than 9, 10..",
        "'6,7', 6 7",
        "'7,6', 6 7",
        "Bits 3-4, 3-4",
        "bit 3, 3",
        "32 (0x20), 32",
        "9-5, ?",
        "0x99-8B, ?",
        "'6,x', ?",
        "ssh, ?",
        "'', ?",
    })
    void numbersAreReadInEveryWayInWhichTheyAreWritten(String cell, String codes) {
        assertEquals(codes, read(Notation.NUMBERS, cell));
    }

    @ParameterizedTest
    @CsvSource({"0CAA-0CB3, 3242-3251", "0CAA, 3242", "ff, 255", "0CB3-0CAA, ?", "0xFF, ?", "F, ?"})
    void hexadecimalNeedsNoSign(String cell, String codes) {
        assertEquals(codes, read(Notation.HEXADECIMAL, cell));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 3221225985",
        "224.0.2.9-224.0.2.63, 3758096905-3758096959",
        "10.0.0.0/8, 167772160-184549375",
        "167/8, 2801795072-2818572287",
        "2001:db8::/32, 42540766411282592856903984951653826560-42540766490510755371168322545197776895",
        "::ffff:0:0/96, 281470681743360-281474976710655",
        "FF0X::1, 338953138925153547590470800371487866881",
        "192.0.2.256, ?",
        "192.0.02.1, ?",
        "192.0.2.9-192.0.2.1, ?",
        "2001:db8::/129, ?",
        "'192.0.2.1,192.0.2.2', ?",
        "nothing, ?",
    })
    void addressesAreNumbersToo(String cell, String codes) {
        assertEquals(codes, read(Notation.ADDRESSES, cell));
    }

    @ParameterizedTest
    @CsvSource({"278, 278", "272-279, 272-279", "65536, ?", "0x16, ?", "'6,7', ?", "'', ?"})
    void portsAreOneRangeAtMost(String cell, String codes) {
        assertEquals(codes, read(Notation.PORTS, cell));
    }
}
