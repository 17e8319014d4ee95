package org.ianawatch.xml;

import static org.ianawatch.xml.GroupText.END;
import static org.ianawatch.xml.GroupText.ROOT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** The pieces of a file are the file, and each is cut where an edit would be. */
class PieceProperties {
    private static final String BETWEEN = "\n";

    /** What is changed in a file. */
    record Edit(double place, int length, String text) {}

    @Property(tries = 500)
    void everyRecordIsAPieceOfItsOwnWithItsCells(@ForAll("parts") List<String> parts, @ForAll("lineEnds") String end)
            throws MalformedGroupException {
        List<String> records =
                parts.stream().filter(part -> part.startsWith("<record")).toList();
        Group group = GroupText.group(String.join(BETWEEN, parts).replace("\n", end));

        List<Piece> pieces = group.pieces().stream()
                .filter(piece -> piece.registry() != null)
                .toList();
        assertEquals(
                records.stream().map(record -> record.replace("\n", end)).toList(),
                pieces.stream().map(piece -> piece.text().trim()).toList());
        assertEquals(
                group.registries().stream()
                        .flatMap(table -> table.rows().stream())
                        .toList(),
                pieces.stream().map(Piece::cells).toList());
        Statistics.label("records").collect(records.size() > 1).coverage(coverage -> coverage.check(true)
                .percentage(part -> part > 30));
    }

    @Property(tries = 500)
    void whatComesBetweenTwoPartsChangesNoOtherPiece(
            @ForAll("elements") List<String> parts,
            @ForAll("element") String part,
            @ForAll @IntRange(max = 12) int place)
            throws MalformedGroupException {
        List<String> more = new ArrayList<>(parts);
        more.add(Math.min(place, parts.size()), part);
        List<String> before = texts(parts);
        List<String> after = texts(more);
        int index = IntStream.range(0, before.size())
                .filter(at -> !before.get(at).equals(after.get(at)))
                .findFirst()
                .orElse(before.size());
        assertEquals(BETWEEN + part, after.remove(index));
        assertEquals(before, after);
    }

    @Property(tries = 2000)
    void whateverTheBytesAreTheyComeBackOrAreRefused(@ForAll("edits") List<Edit> edits) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("src/test/resources/fuzz/GroupReaderFuzz/group"));
        for (Edit edit : edits) {
            bytes = edited(bytes, edit);
        }
        boolean isRead = true;
        try {
            assertArrayEquals(bytes, GroupReader.read(bytes, "example").bytes());
        } catch (MalformedGroupException refused) {
            isRead = false;
        }
        Statistics.label("read").collect(isRead).coverage(coverage -> {
            coverage.check(true).percentage(part -> part > 20);
            coverage.check(false).percentage(part -> part > 20);
        });
    }

    @Example
    void whatIsBetweenElementsIsAPieceOfItsOwn() throws MalformedGroupException {
        assertEquals(
                List.of(ROOT, "\n<!-- a -->", " <record/>", "\n<?b?>c", "\n" + END, "\n"),
                GroupText.read(ROOT + "\n<!-- a --> <record/>\n<?b?>c\n" + END + "\n").pieces().stream()
                        .map(Piece::text)
                        .toList());
    }

    private static byte[] edited(byte[] bytes, Edit edit) {
        int begin = (int) (edit.place() * bytes.length);
        int end = Math.min(begin + edit.length(), bytes.length);
        byte[] text = edit.text().getBytes(StandardCharsets.UTF_8);
        byte[] edited = Arrays.copyOf(bytes, begin + text.length + bytes.length - end);
        System.arraycopy(text, 0, edited, begin, text.length);
        System.arraycopy(bytes, end, edited, begin + text.length, bytes.length - end);
        return edited;
    }

    private static List<String> texts(List<String> parts) throws MalformedGroupException {
        StringBuilder text = new StringBuilder(ROOT);
        parts.forEach(part -> text.append(BETWEEN).append(part));
        return new ArrayList<>(GroupText.read(text + BETWEEN + END).pieces().stream()
                .map(Piece::text)
                .toList());
    }

    @Provide
    Arbitrary<String> element() {
        return part().filter(part -> Character.isLetter(part.charAt(1)));
    }

    @Provide
    Arbitrary<List<String>> elements() {
        return element().list().ofMaxSize(12);
    }

    private static Arbitrary<String> part() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, record()),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                "<note>n <xref type='rfc' data='rfc1'/>\n</note>",
                                "<title/>",
                                "<range><value>1</value>\n<note><record/></note></range>",
                                "<unknown><record/><registry/></unknown>",
                                "<!-- <record> > -->",
                                "<?p <record/> > ?>",
                                "<?p?>",
                                "<!---->",
                                "<!---> <record> -->")));
    }

    private static Arbitrary<String> record() {
        Arbitrary<String> cell = Arbitraries.of(
                "<v>1</v>",
                "<n>é\uD83D\uDE00&lt;</n>",
                "<v/>",
                "<w\n>\n</w >",
                "<xref type='uri' data='a>b' />",
                "<![CDATA[</record>]]>",
                "<!-- </record> -->",
                "<?p </record>?>",
                "<n><![CDATA[]]]]></n>",
                "<long>" + "x".repeat(5_000) + "</long>");
        return Combinators.combine(
                        Arbitraries.of("<record>", "<record date='\"/>'>", "<record\n updated=\">\" >"),
                        cell.list().ofMaxSize(4))
                .as((tag, cells) -> tag + String.join("\n", cells) + "</record>");
    }

    @Provide
    Arbitrary<List<String>> parts() {
        return part().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(
                                "",
                                "x",
                                "é",
                                " ",
                                "\n",
                                "\r\n",
                                ">",
                                "<a/>",
                                "<!---->",
                                "<?p?>",
                                "<record/>",
                                "<",
                                "&",
                                "\0"))
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
    }
}
