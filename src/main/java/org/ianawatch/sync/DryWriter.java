package org.ianawatch.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.ianawatch.store.Store;
import org.ianawatch.store.Stores;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;

/** Keeps nothing: for a run that finds out how another would end. It needs no lock. */
final class DryWriter extends Writer {
    DryWriter(Home home, Duration patience) {
        super(home, patience);
    }

    @Override
    boolean isKeeping() {
        return false;
    }

    @Override
    Store open() throws StoreBusyException, InterruptedException {
        return Stores.open(home(), patience());
    }

    @Override
    <T> Optional<T> write(Function<WritableStore, T> work) {
        return Optional.empty();
    }
}
