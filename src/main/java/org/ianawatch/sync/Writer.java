package org.ianawatch.sync;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.ianawatch.registry.Registry;
import org.ianawatch.store.Store;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;
import org.jspecify.annotations.Nullable;

/**
 * What a run writes with. The store is opened when it is first needed, and stays open until it is let go. Not for several
 * threads.
 */
public abstract class Writer implements AutoCloseable {
    /** What takes longer than this is waited for with the store closed. */
    static final Duration LONG = Duration.ofSeconds(1);

    /** Says something to a person or a program. */
    @FunctionalInterface
    public interface Telling {
        /** Says it. */
        void tell() throws IOException;
    }

    private final Home home;
    private final Duration patience;
    private @Nullable Store store;

    Writer(Home home, Duration patience) {
        this.home = home;
        this.patience = patience;
    }

    /** Where the store is, or will be. */
    final Home home() {
        return home;
    }

    /** How long to wait for processes that are using the store. */
    final Duration patience() {
        return patience;
    }

    /** Has what is committed published when the store is closed: to do it after each of many commits takes longer than they do. */
    void publishLast() {}

    /** Whether what is written is kept. */
    abstract boolean isKeeping();

    abstract Store open() throws StoreBusyException, InterruptedException;

    /**
     * The store, to be read.
     *
     * @throws StoreBusyException when others are using it and do not end
     */
    Store store() throws StoreBusyException, InterruptedException {
        if (store == null) {
            store = open();
        }
        return store;
    }

    /** The store, to be read, asked about a registry. */
    Store store(Registry registry) throws StoreBusyException, InterruptedException {
        return store().of(registry);
    }

    /**
     * Has work done that changes the store.
     *
     * @param work what it gives is not null
     * @return what the work gave, or empty where nothing is kept, and the work was not done
     */
    abstract <T> Optional<T> write(Function<WritableStore, T> work) throws StoreBusyException, InterruptedException;

    /**
     * Tells somebody something, which may take its time: a reader of a pipe need not read. Others can use the store meanwhile.
     */
    public final void aside(Telling telling) throws IOException, InterruptedException {
        FutureTask<Boolean> told = new FutureTask<>(() -> {
            telling.tell();
            return true;
        });
        Thread thread = new Thread(told, "report");
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(LONG.toMillis());
            if (!told.isDone()) {
                letGo();
            }
            told.get();
        } catch (ExecutionException failed) {
            throw thrown(failed.getCause());
        }
    }

    private static IOException thrown(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException defect) {
            throw defect;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return (IOException) Objects.requireNonNull(cause);
    }

    /** Closes the store, so that others can use it, until it is needed again. */
    final void letGo() {
        Store open = store;
        store = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public final void close() {
        letGo();
    }
}
