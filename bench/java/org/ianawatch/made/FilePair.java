package org.ianawatch.made;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A file and the one that was published after it: made, or the last two of a folder of dated CSVs. */
@State(Scope.Benchmark)
public class FilePair {
    @Param("made")
    public String files;

    public byte[] older;
    public byte[] newer;

    @Setup
    public void read() throws IOException {
        if (files.equals("made")) {
            MadeRegistry registry = new MadeRegistry();
            older = registry.bytes();
            registry.change();
            newer = registry.bytes();
            return;
        }
        try (Stream<Path> found = Files.list(Path.of(files))) {
            List<Path> dated = found.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
            older = Files.readAllBytes(dated.get(dated.size() - 2));
            newer = Files.readAllBytes(dated.get(dated.size() - 1));
        }
    }
}
