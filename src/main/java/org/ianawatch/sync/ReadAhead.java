package org.ianawatch.sync;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Reads files in order, each while the one before is worked on: their SHA-256 takes a quarter of an import. Holds two of them at
 * most. For one thread.
 */
final class ReadAhead implements AutoCloseable {
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "read-ahead");
        thread.setDaemon(true);
        return thread;
    });
    private final Iterator<DatedFile> files;
    private @Nullable Future<ReadFile> next;

    ReadAhead(List<DatedFile> files) {
        this.files = files.iterator();
        begin();
    }

    boolean hasNext() {
        return next != null;
    }

    /**
     * The next file.
     *
     * @throws IOException when it cannot be read
     */
    ReadFile next() throws IOException, InterruptedException {
        if (next == null) {
            throw new NoSuchElementException("all files were read");
        }
        try {
            ReadFile file = next.get();
            begin();
            return file;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void begin() {
        if (files.hasNext()) {
            DatedFile file = files.next();
            next = reader.submit(() -> ReadFile.of(file));
        } else {
            next = null;
        }
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
