package org.ianawatch.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.ianawatch.registry.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadAheadTest {
    private static final Instant DAY = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    private Path folder;

    private DatedFile file(String content) throws Exception {
        return new DatedFile(Files.writeString(folder.resolve(content), content), DAY);
    }

    @Test
    void filesComeInTheirOrder() throws Exception {
        List<DatedFile> files = List.of(file("one"), file("two"), file("three"));
        try (ReadAhead ahead = new ReadAhead(files)) {
            for (DatedFile expected : files) {
                ReadFile read = ahead.next();
                byte[] bytes = expected.path().getFileName().toString().getBytes(StandardCharsets.UTF_8);
                assertEquals(expected, read.file());
                assertArrayEquals(bytes, read.bytes());
                assertEquals(Sha256.of(bytes).digits(), read.sha256());
            }
            assertFalse(ahead.hasNext());
            assertThrows(NoSuchElementException.class, ahead::next);
        }
    }

    @Test
    void aFileThatCannotBeReadFailsInItsTurn() throws Exception {
        List<DatedFile> files = List.of(file("one"), new DatedFile(folder.resolve("gone"), DAY));
        try (ReadAhead ahead = new ReadAhead(files)) {
            assertEquals(files.get(0), ahead.next().file());

            var failed = assertThrows(NoSuchFileException.class, ahead::next);

            assertEquals(folder.resolve("gone").toString(), failed.getMessage());
        }
    }
}
