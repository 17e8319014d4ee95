package org.ianawatch.report;

import java.io.IOException;
import org.ianawatch.diff.SnapshotPair;
import org.ianawatch.made.Kernel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One change set, written. */
@State(Scope.Benchmark)
public class ReportBenchmark extends Kernel {
    @Param({"TEXT", "JSON"})
    public Format format;

    @Benchmark
    public StringBuilder render(SnapshotPair pair) throws IOException {
        StringBuilder out = new StringBuilder();
        Reports.of(format).write(pair.changes, ReportOptions.DEFAULT, out);
        return out;
    }
}
