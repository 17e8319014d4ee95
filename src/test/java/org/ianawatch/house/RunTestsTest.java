package org.ianawatch.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The build runs every test: it finds classes by their names. */
class RunTestsTest {
    private static final Pattern TEST = Pattern.compile(
            "^\\s*@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|Property|Example)\\b", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile(".*(?:Test|Properties|IT)\\.java");

    @Test
    void theBuildLooksForTheNamesThatTestsHave() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));
        for (String name : List.of("**/*Test.java", "**/*Properties.java")) {
            assertTrue(build.contains("<include>" + name + "</include>"), name);
        }
    }

    @Test
    void noTestHasAnotherName() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<Path> misnamed = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !NAME.matcher(file.toString()).matches())
                    .filter(RunTestsTest::hasTests)
                    .toList();
            assertEquals(List.of(), misnamed);
        }
    }

    private static boolean hasTests(Path file) {
        try {
            return TEST.matcher(Files.readString(file)).find();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
