package org.ianawatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.ports.PortRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The last lines of the text report, which Markdown and HTML put first. */
class SummaryTest {
    private static final FieldChange SPACE = Samples.field(PortRegistry.DESCRIPTION, "a  b", "a b");
    private static final Change COSMETIC = Samples.amended("foo", 278, Samples.TCP, SPACE);
    private static final ChangeSet ROWS_ALONE = Samples.block().only(change -> false);

    static Stream<Arguments> reports() {
        return Stream.of(
                arguments(Samples.of(), "No changes from 2019-12-15 to 2019-12-22.\n"),
                arguments(
                        Samples.of(COSMETIC),
                        """
                        Only cosmetic changes from 2019-12-15 to 2019-12-22.
                        1 cosmetic change (white space, spelling of references, Modification Date) not shown; --cosmetic shows it
                        """),
                arguments(
                        Samples.of(COSMETIC, COSMETIC),
                        """
                        Only cosmetic changes from 2019-12-15 to 2019-12-22.
                        2 cosmetic changes (white space, spelling of references, Modification Date) not shown; --cosmetic shows them
                        """),
                arguments(
                        ROWS_ALONE,
                        """
                        No port or name changed from 2019-12-15 to 2019-12-22.
                        rows: 1 removed, 4 added; --rows shows them
                        """));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void saysThatThereIsNothingToShow(ChangeSet changes, String report) throws IOException {
        assertEquals(report, Samples.write(new TextReport(), changes, ReportOptions.DEFAULT));
    }

    @Test
    void showsTheRowsInPlaceOfTheHint() throws IOException {
        assertEquals(
                """
                No port or name changed from 2019-12-15 to 2019-12-22.

                -,272-279,,Unassigned,,,,,,,,
                +,272-277,,Unassigned,,,,,,,,
                +foo,278,tcp,Foo protocol,[Example_Org],[Example_Org],,,[RFC9999],,,
                +,278,udp,Reserved,,,,,,,,
                +,279,,Unassigned,,,,,,,,
                """,
                Samples.write(
                        new TextReport(), ROWS_ALONE, new ReportOptions(false, true, Style.PLAIN, 80, List.of())));
    }

    @Test
    void countsOneChangeInTheSingular() {
        Summary summary = Summary.of(Samples.of(COSMETIC), new ReportOptions(true, false, Style.PLAIN, 80, List.of()));
        assertEquals("1 change (1 amended) from 2019-12-15 to 2019-12-22", summary.headline());
        assertEquals(List.of(), summary.remarks());
    }

    @ParameterizedTest
    @MethodSource("org.ianawatch.report.Format#values")
    void everyFormatWritesAnEmptyChangeSet(Format format) throws IOException {
        String report = Samples.write(Reports.of(format), Samples.of(), ReportOptions.DEFAULT);
        assertEquals('\n', report.charAt(report.length() - 1));
    }
}
