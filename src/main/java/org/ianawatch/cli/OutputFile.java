package org.ianawatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.ianawatch.report.TerminalText;
import org.ianawatch.report.WholeFile;
import org.ianawatch.store.FileReason;

/** A file that a person named for the answer. */
final class OutputFile {
    private OutputFile() {}

    /**
     * Writes it as {@link WholeFile} does, and says where it was not replaced as a whole.
     *
     * @throws UnwritableFileException when it cannot be written
     */
    static void write(Path output, WholeFile.Content content, Console console) throws UnwritableFileException {
        try {
            WholeFile.write(output, content).ifPresent(reason -> console.say(inPlace(output, reason)));
        } catch (IOException failed) {
            throw new UnwritableFileException(
                    "cannot write " + output + " (" + FileReason.of(failed) + "): name another file", failed);
        }
    }

    /** What whoever reads the file should know. */
    static String inPlace(Path file, String reason) {
        return TerminalText.safe(file + " was written in place, since it cannot be replaced (" + reason
                + "); who reads it meanwhile may find half of it");
    }
}
