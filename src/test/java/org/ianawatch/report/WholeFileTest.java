package org.ianawatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    /** Nothing can be made beside it, nor is there room in it; only who may write to it comes so far. */
    @Test
    void saysWhyItCannotBeWrittenInPlaceAndNotWhyItCannotBeReplaced() {
        FileSystemException failed = assertThrows(
                FileSystemException.class, () -> WholeFile.write(Path.of("/proc/self/status"), out -> out.write(1)));
        assertTrue(
                failed instanceof AccessDeniedException || "No space left on device".equals(failed.getReason()),
                failed.toString());
        assertEquals("/proc/self/status", failed.getFile().replaceFirst("/proc/\\d+/", "/proc/self/"));
    }

    @Test
    void saysThatThereIsNoSuchFolder() {
        Path missing = folder.resolve("none/report.csv");
        assertThrows(NoSuchFileException.class, () -> WholeFile.write(missing, out -> out.write(1)));
    }
}
