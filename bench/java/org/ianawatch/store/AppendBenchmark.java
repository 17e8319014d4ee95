package org.ianawatch.store;

import org.ianawatch.made.Kernel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A snapshot into a store, the wait for the disk included. */
public class AppendBenchmark extends Kernel {
    /** As an import does: the store stays open, and has the rows in force at hand. */
    @Benchmark
    public SnapshotEntry append(StoreState state, Opened opened) {
        return state.append(opened.store);
    }

    /** As a sync does. */
    @Benchmark
    public SnapshotEntry openAndAppend(StoreState state) throws Exception {
        try (WritableStore store = state.open()) {
            return state.append(store);
        }
    }

    /** The store, open throughout an iteration. */
    @State(Scope.Benchmark)
    public static class Opened {
        private WritableStore store;

        @Setup(Level.Iteration)
        public void open(StoreState state) throws Exception {
            store = state.openUntilDeleted();
        }
    }
}
