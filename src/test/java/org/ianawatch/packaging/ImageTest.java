package org.ianawatch.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The image gets what it needs, and nothing else is sent to whoever builds it. */
class ImageTest {
    private static final Path DOCKERFILE = Path.of("packaging/Dockerfile");

    @Test
    void whatIsCopiedIsThereAndIsAllThatIsSent() throws IOException {
        TreeSet<String> copied = new TreeSet<>();
        for (String line : instructions("COPY")) {
            if (!line.startsWith("COPY --from=")) {
                List<String> words = List.of(line.split(" ", -1));
                copied.addAll(words.subList(1, words.size() - 1));
            }
        }
        copied.forEach(source -> assertTrue(Files.exists(Path.of(source)), source));
        List<String> sent = Files.readAllLines(Path.of(".dockerignore"));
        assertTrue(sent.contains("*"));
        assertEquals(
                List.copyOf(copied),
                sent.stream()
                        .filter(line -> line.startsWith("!"))
                        .map(line -> line.substring(1))
                        .toList());
    }

    @Test
    void noShellRunsAnything() throws IOException {
        for (String instruction : List.of("RUN", "ENTRYPOINT", "CMD")) {
            instructions(instruction).forEach(line -> assertTrue(line.matches("[A-Z]+ \\[.*]"), line));
        }
    }

    @Test
    void everyBaseHasATag() throws IOException {
        Pattern pinned = Pattern.compile("ARG \\w+_BASE=[a-z-]+:\\d[\\w.-]+");
        List<String> bases = instructions("ARG");
        assertEquals(2, bases.size());
        bases.forEach(base -> assertTrue(pinned.matcher(base).matches(), base));
        instructions("FROM").forEach(from -> assertTrue(from.startsWith("FROM ${"), from));
    }

    private static List<String> instructions(String name) throws IOException {
        return Files.readAllLines(DOCKERFILE).stream()
                .filter(line -> line.startsWith(name + " "))
                .toList();
    }
}
