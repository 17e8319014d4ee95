package org.ianawatch.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.ianawatch.store.Home;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.WritableStore;
import org.jspecify.annotations.Nullable;

/** Keeps nothing: for a run that finds out how another would end. It needs no lock. */
final class DryWriter implements Writer {
    private final Home home;
    private final Duration patience;
    private @Nullable Store store;

    DryWriter(Home home, Duration patience) {
        this.home = home;
        this.patience = patience;
    }

    @Override
    public Home home() {
        return home;
    }

    @Override
    public boolean isKeeping() {
        return false;
    }

    @Override
    public Duration patience() {
        return patience;
    }

    @Override
    public Store store() throws StoreBusyException, InterruptedException {
        if (store == null) {
            store = Store.open(home, patience);
        }
        return store;
    }

    @Override
    public <T> Optional<T> write(Function<WritableStore, T> work) {
        return Optional.empty();
    }

    @Override
    public void letGo() {
        Store open = store;
        store = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() {
        letGo();
    }
}
