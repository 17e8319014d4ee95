package org.ianawatch.xml;

import static org.ianawatch.xml.GroupText.END;
import static org.ianawatch.xml.GroupText.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ianawatch.xml.MalformedGroupException.Reason;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedGroupTest {
    private static final String XML_ONLY = ": see whether the address is that of the XML file";
    private static final String ROOTS =
            ", where a group of IANA's has 'registry' of http://www.iana.org/assignments" + XML_ONLY;
    private static final String IDS = ": see whether the file is that of the group";
    private static final String DTD = "a document type (DTD), or an entity of one, which groups have not" + XML_ONLY;
    private static final String LIMITS = ", the limit: see what the source sends";

    @TestFactory
    Stream<DynamicTest> refusesWithTheLineAndWithWhatToDo() {
        return Map.ofEntries(
                        Map.entry("<!DOCTYPE html>\n<html></html>", "line 1: " + DTD),
                        Map.entry(
                                "<!-- \n -->\n<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/'>" + ROOT + END,
                                "line 3: " + DTD),
                        Map.entry(
                                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + ROOT + "&x;" + END,
                                "line 1: " + DTD),
                        Map.entry(laughs(), "line 1: " + DTD),
                        Map.entry("<html/>", "line 1: the root is 'html' of another namespace" + ROOTS),
                        Map.entry(
                                "\n<registry id='example'/>",
                                "line 2: the root is 'registry' of another namespace" + ROOTS),
                        Map.entry(
                                ROOT.replace("registry", "range") + "</range>", "line 1: the root is 'range'" + ROOTS),
                        Map.entry(
                                ROOT.replace("example", "other") + END,
                                "line 1: the file is that of the group 'other', not of 'example'" + IDS),
                        Map.entry(
                                ROOT + "\n<registry/>" + END,
                                "line 2: the attribute 'id' of 'registry' is '', which is no id" + IDS),
                        Map.entry(
                                ROOT + "\n<registry id='a b'/>" + END,
                                "line 2: the attribute 'id' of 'registry' is 'a b', which is no id" + IDS),
                        Map.entry(
                                "<redirect xmlns='http://www.iana.org/assignments'/>",
                                "line 1: the attribute 'registry' of 'redirect' is '', which is no id" + IDS),
                        Map.entry(
                                ROOT + "<registry id='a'/>\n<registry id='a'/>" + END,
                                "line 2: two registries have the id 'a'" + IDS),
                        Map.entry(
                                ROOT + "<record/><registry id='example'/>\n" + END,
                                "line 2: two registries have the id 'example'" + IDS),
                        Map.entry(
                                "<?xml version='1.0' encoding='ISO-8859-1'?>" + ROOT + END,
                                "line 1: it says that it is in ISO-8859-1, and groups are in UTF-8: write it as UTF-8"))
                .entrySet()
                .stream()
                .map(file -> dynamicTest(
                        file.getKey(),
                        () -> assertEquals(
                                file.getValue(),
                                refusal(file.getKey().getBytes(StandardCharsets.UTF_8))
                                        .getMessage())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | ''",
                "2 | '^ '",
                "1 | it cannot be found",
                "2 | '<registry>^<record><value>1</val'",
                "1 | <registry><a></b></registry>",
                "1 | <registry><record date='1' date='2'/></registry>",
                "1 | <registry><a>&nbsp;</a></registry>",
                "1 | <registry/><registry/>",
                "1 | <registry>\0</registry>",
                "1 | <registry>&#1;</registry>",
                "1 | <registry><x:a/></registry>",
            })
    void refusesWhatIsNotWellFormedWithTheLine(int line, String text) {
        MalformedGroupException refusal = refusal(text.replace('^', '\n')
                .replaceFirst("^<registry", ROOT.substring(0, ROOT.length() - 1))
                .getBytes(StandardCharsets.UTF_8));
        assertEquals(Reason.MALFORMED, refusal.reason());
        String message = String.valueOf(refusal.getMessage());
        assertEquals("line " + line + ": the XML is not well-formed (", message.substring(0, message.indexOf('(') + 1));
        assertEquals("): get it again", message.substring(message.lastIndexOf(')')));
    }

    @Test
    void refusesOtherEncodingsWithTheLine() {
        assertEquals(
                "line 2: bytes that are no UTF-8: write it as UTF-8",
                refusal((ROOT + "\ncaf\u00e9" + END).getBytes(StandardCharsets.ISO_8859_1))
                        .getMessage());
        assertEquals(
                Reason.ENCODING,
                refusal((ROOT + END).getBytes(StandardCharsets.UTF_16)).reason());
    }

    /** Each would take far more than its own bytes, or time that grows with the square of them. */
    @TestFactory
    Stream<DynamicTest> refusesWhatIsMoreThanAGroupMayHave() {
        String levels = "line 1: more than 32 levels or 500000 elements, the limits: see what the source sends";
        String cells =
                "line 1: a table with more than 256 columns or 4000000 cells, the limits: see what the source sends";
        return Map.of(
                        ROOT + "<note>".repeat(100_000), levels,
                        ROOT + all(100_000, number -> "<registry id='a" + number + "'>"), levels,
                        ROOT + "<note/>".repeat(500_000) + END, levels,
                        ROOT + "<record>" + all(300, number -> "<a" + number + "/>") + "</record>" + END, cells,
                        ROOT + "<record>" + all(250, number -> "<a" + number + "/>") + "</record>"
                                        + "<record/>".repeat(16_000) + END,
                                cells,
                        ROOT + all(10_001, number -> "<registry id='a" + number + "'/>") + END,
                                "line 1: more than 10000 registries" + LIMITS,
                        "<a" + all(1_001, number -> " xmlns:a" + number + "=''") + "/>",
                                "line 1: more than 1000 times 'xmlns'" + LIMITS)
                .entrySet()
                .stream()
                .map(file -> dynamicTest(
                        file.getValue() + " " + file.getKey().length(),
                        () -> assertEquals(
                                file.getValue(),
                                refusal(file.getKey().getBytes(StandardCharsets.UTF_8))
                                        .getMessage())));
    }

    @Test
    void readsSixteenMebibytesAndNoMore() throws MalformedGroupException {
        String group = ROOT + END;
        String largest = group + " ".repeat(GroupReader.MOST_BYTES - group.length());
        GroupText.read(largest);
        assertEquals(
                "16777217 bytes, and the limit is 16777216: see what the source sends",
                refusal((largest + " ").getBytes(StandardCharsets.UTF_8)).getMessage());
    }

    private static String laughs() {
        return "<!DOCTYPE a [<!ENTITY a0 'ha'>"
                + all(30, number -> "<!ENTITY a" + (number + 1) + " '&a" + number + ";&a" + number + ";'>")
                + "]>" + ROOT + "<title>&a30;</title>" + END;
    }

    private static String all(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
    }

    private static MalformedGroupException refusal(byte[] bytes) {
        return assertThrows(MalformedGroupException.class, () -> GroupReader.read(bytes, "example"));
    }
}
