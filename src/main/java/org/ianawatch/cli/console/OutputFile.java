package org.ianawatch.cli.console;

import java.io.IOException;
import java.nio.file.Path;
import org.ianawatch.report.TerminalText;
import org.ianawatch.report.WholeFile;
import org.ianawatch.store.home.FileReason;
import org.ianawatch.store.home.Home;

/** A file that a person named for the answer. */
public final class OutputFile {
    private OutputFile() {}

    /**
     * Writes it as {@link WholeFile} does, and says where it was not replaced as a whole.
     *
     * @param home what it keeps is not written over
     * @throws UnwritableFileException when it cannot be written
     */
    public static void write(Path output, WholeFile.Content content, Home home, Console console)
            throws UnwritableFileException {
        try {
            if (home.keeps(output)) {
                throw new UsageException(
                        output + " belongs to the store in " + home.directory() + ": name another file");
            }
            WholeFile.write(output, content).ifPresent(reason -> console.say(inPlace(output, reason)));
        } catch (IOException failed) {
            throw new UnwritableFileException(
                    "cannot write " + output + " (" + FileReason.of(failed) + "): name another file", failed);
        }
    }

    /** What whoever reads the file should know. */
    public static String inPlace(Path file, String reason) {
        return TerminalText.safe(file + " was written in place, since it cannot be replaced (" + reason
                + "); who reads it meanwhile may find half of it");
    }
}
