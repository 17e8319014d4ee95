package org.ianawatch.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ianawatch.config.ConfigurationFuzz;
import org.ianawatch.csv.CsvReaderFuzz;
import org.ianawatch.diff.DifferFuzz;
import org.ianawatch.fetch.GroupPageFuzz;
import org.ianawatch.ports.host.ListingFuzz;
import org.ianawatch.xml.GroupReaderFuzz;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What fuzzing found worth keeping; {@code .ci/checks/fuzz} looks for more. */
class CorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/fuzz");

    private interface Target {
        void take(byte[] input) throws Exception;
    }

    @TestFactory
    Stream<DynamicTest> everyInputIsTaken() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        add(tests, "CsvReaderFuzz", CsvReaderFuzz::fuzzerTestOneInput);
        add(tests, "GroupReaderFuzz", GroupReaderFuzz::fuzzerTestOneInput);
        add(tests, "DifferFuzz", DifferFuzz::fuzzerTestOneInput);
        add(tests, "GroupPageFuzz", GroupPageFuzz::fuzzerTestOneInput);
        add(tests, "ListingFuzz", ListingFuzz::fuzzerTestOneInput);
        add(tests, "ConfigurationFuzz", ConfigurationFuzz::fuzzerTestOneInput);
        return tests.stream();
    }

    private static void add(List<DynamicTest> tests, String target, Target code) throws IOException {
        try (Stream<Path> inputs = Files.list(CORPUS.resolve(target))) {
            List<Path> all = inputs.sorted().toList();
            assertTrue(!all.isEmpty(), target);
            tests.add(dynamicTest(target + ", " + all.size() + " inputs", () -> {
                for (Path input : all) {
                    try {
                        code.take(Files.readAllBytes(input));
                    } catch (Exception failed) {
                        throw new AssertionError(input.toString(), failed);
                    }
                }
            }));
        }
    }
}
