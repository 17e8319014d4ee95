package org.ianawatch.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The standard output of the process, which remembers why it could not be written; a {@code PrintStream} does not. */
public final class StandardOutput extends OutputStream {
    private static final String READER_LEFT = "Broken pipe";

    private final FileOutputStream file = new FileOutputStream(FileDescriptor.out);
    private @Nullable IOException failure;

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (failure != null) {
            // To fail again for each character of a long answer takes minutes.
            return;
        }
        try {
            file.write(bytes, offset, length);
        } catch (IOException failed) {
            failure = failed;
            throw failed;
        }
    }

    /** Why something was lost, or null. A reader who has seen enough, such as {@code head}, has lost nothing. */
    @Nullable
    public IOException failure() {
        return failure == null || READER_LEFT.equals(failure.getMessage()) ? null : failure;
    }
}
