package org.ianawatch.csv;

import java.util.List;
import org.ianawatch.made.FilePair;
import org.ianawatch.made.Kernel;
import org.ianawatch.ports.PortRegistry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A file's bytes to records. */
@State(Scope.Thread)
public class CsvBenchmark extends Kernel {
    private final CsvReader reader = new CsvReader(PortRegistry.ROLES);
    private boolean atNewer;

    @Benchmark
    public List<Slice> scan(FilePair pair) throws MalformedFileException {
        return new RecordScanner(pair.newer, 0).all();
    }

    @Benchmark
    public CsvFile parseFirst(FilePair pair) throws MalformedFileException {
        return new CsvReader(PortRegistry.ROLES).read(pair.newer);
    }

    /** Each call reads the file that the one before it did not. */
    @Benchmark
    public CsvFile parseNext(FilePair pair) throws MalformedFileException {
        atNewer = !atNewer;
        return reader.read(atNewer ? pair.newer : pair.older);
    }

    @Benchmark
    public byte[] write(Read read) {
        return read.file.bytes();
    }

    /** The newer file, read. */
    @State(Scope.Benchmark)
    public static class Read {
        private CsvFile file;

        @Setup
        public void read(FilePair pair) throws MalformedFileException {
            file = new CsvReader(PortRegistry.ROLES).read(pair.newer);
        }
    }
}
