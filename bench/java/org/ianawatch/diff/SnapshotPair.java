package org.ianawatch.diff;

import org.ianawatch.csv.CsvReader;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.made.FilePair;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Snapshot;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Two snapshots that share no row, as when one comes from the store and the other from the network. */
@State(Scope.Benchmark)
public class SnapshotPair {
    public Snapshot older;
    public Snapshot newer;
    public ChangeSet changes;

    @Setup
    public void read(FilePair pair) throws MalformedFileException {
        older = new CsvReader(PortRegistry.ROLES).read(pair.older).snapshot("older", "0".repeat(64));
        newer = new CsvReader(PortRegistry.ROLES).read(pair.newer).snapshot("newer", "1".repeat(64));
        changes = Differ.diff(older, newer);
    }
}
