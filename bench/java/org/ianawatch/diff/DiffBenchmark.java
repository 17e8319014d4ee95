package org.ianawatch.diff;

import org.ianawatch.made.Kernel;
import org.openjdk.jmh.annotations.Benchmark;

/** What changed. */
public class DiffBenchmark extends Kernel {
    @Benchmark
    public ChangeSet diff(SnapshotPair pair) {
        return Differ.diff(pair.older, pair.newer);
    }
}
