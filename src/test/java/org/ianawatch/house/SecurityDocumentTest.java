package org.ianawatch.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SECURITY.md names tests that there are. */
class SecurityDocumentTest {
    private static final Pattern NAME = Pattern.compile("`(\\w+(?:Test|IT|Properties))`");

    @Test
    void everyTestThatItNamesIsThere() throws IOException {
        Set<String> named = NAME.matcher(Files.readString(Path.of("SECURITY.md")))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(named.size() > 30, named::toString);
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            files.forEach(file -> named.remove(file.getFileName().toString().replace(".java", "")));
        }
        assertEquals(Set.of(), named);
    }
}
