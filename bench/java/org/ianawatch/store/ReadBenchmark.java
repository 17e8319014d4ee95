package org.ianawatch.store;

import java.time.Duration;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.made.Kernel;
import org.openjdk.jmh.annotations.Benchmark;

/** A snapshot out of a store. */
public class ReadBenchmark extends Kernel {
    /** As the next sync does. */
    @Benchmark
    public CsvFile openAndRead(StoreState state) throws Exception {
        try (Store store = Stores.open(state.home(), Duration.ZERO)) {
            return store.file(store.newest().orElseThrow());
        }
    }
}
