package org.ianawatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Use;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole reports against files, character for character. {@code -Dgolden.update=true} rewrites the files, and fails, so
 * that no build passes by it; read the difference before committing it.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final ReportOptions EVERYTHING = new ReportOptions(true, true, Style.PLAIN, 80, List.of());
    private static final ReportOptions USES = new ReportOptions(
            false,
            false,
            Style.PLAIN,
            80,
            List.of(
                    new SiteUse(Use.of(new Span(272, 279), Space.TCP), "lab <telemetry>", Instant.EPOCH),
                    new SiteUse(Use.parse("6402-6403"), "", Instant.EPOCH),
                    new SiteUse(Use.parse("boe-pagesvr"), "reports", Instant.EPOCH)));
    private static final ReportOptions COLOUR = new ReportOptions(true, true, Style.ANSI, 80, List.of());

    static Stream<Arguments> reports() {
        return Stream.of(
                Arguments.of("rich.txt", Format.TEXT, Samples.rich(), ReportOptions.DEFAULT),
                Arguments.of("rich-everything.txt", Format.TEXT, Samples.rich(), EVERYTHING),
                Arguments.of("rich-colour.txt", Format.TEXT, Samples.rich(), COLOUR),
                Arguments.of("rich.json", Format.JSON, Samples.rich(), EVERYTHING),
                Arguments.of("rich.md", Format.MARKDOWN, Samples.rich(), ReportOptions.DEFAULT),
                Arguments.of("rich-everything.md", Format.MARKDOWN, Samples.rich(), EVERYTHING),
                Arguments.of("rich.csv", Format.CSV, Samples.rich(), ReportOptions.DEFAULT),
                Arguments.of("rich.html", Format.HTML, Samples.rich(), ReportOptions.DEFAULT),
                Arguments.of("rich-everything.html", Format.HTML, Samples.rich(), EVERYTHING),
                Arguments.of("registry.txt", Format.TEXT, RegistrySamples.rich(), EVERYTHING),
                Arguments.of("registry.md", Format.MARKDOWN, RegistrySamples.rich(), ReportOptions.DEFAULT),
                Arguments.of("registry.csv", Format.CSV, RegistrySamples.rich(), ReportOptions.DEFAULT),
                Arguments.of("registry.html", Format.HTML, RegistrySamples.rich(), ReportOptions.DEFAULT),
                Arguments.of("registry-names.txt", Format.TEXT, RegistrySamples.names(), ReportOptions.DEFAULT),
                Arguments.of("registry-names.html", Format.HTML, RegistrySamples.names(), ReportOptions.DEFAULT),
                Arguments.of("uses.txt", Format.TEXT, Samples.rich(), USES),
                Arguments.of("uses.md", Format.MARKDOWN, Samples.block(), USES),
                Arguments.of("uses.html", Format.HTML, Samples.block(), USES),
                Arguments.of("block.txt", Format.TEXT, Samples.block(), ReportOptions.DEFAULT),
                Arguments.of("block.md", Format.MARKDOWN, Samples.block(), ReportOptions.DEFAULT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void everyCharacterIsAsWritten(String name, Format format, ChangeSet changes, ReportOptions options)
            throws IOException {
        String actual = Samples.write(Reports.of(format), changes, options);
        Path golden = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, actual);
            fail(golden + " was rewritten; run again without -Dgolden.update");
        }
        assertEquals(Files.readString(golden), actual);
    }
}
