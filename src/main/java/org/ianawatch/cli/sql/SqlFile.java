package org.ianawatch.cli.sql;

import java.io.IOException;
import org.ianawatch.config.WrittenText;
import org.ianawatch.store.home.FileReason;

/** A file of statements. */
public final class SqlFile {
    /** Where the bytes come from. */
    @FunctionalInterface
    public interface Source {
        /** Gives them all. */
        byte[] bytes() throws IOException;
    }

    /** A file that cannot be read; the message says which, and why. */
    public static final class UnreadableException extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private SqlFile() {}

    /**
     * Its text.
     *
     * @param name what a person calls it
     * @throws UnreadableException when it cannot be read, or is no text
     */
    public static String text(String name, Source source) throws UnreadableException {
        try {
            return WrittenText.of(source.bytes());
        } catch (WrittenText.NoTextException wrong) {
            throw new UnreadableException("cannot read the statements of " + name + ": " + wrong.getMessage(), wrong);
        } catch (IOException failed) {
            throw new UnreadableException(
                    "cannot read the statements of " + name + ": " + FileReason.of(failed), failed);
        }
    }
}
