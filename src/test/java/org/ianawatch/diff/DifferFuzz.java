package org.ianawatch.diff;

import java.util.Arrays;
import java.util.List;
import org.ianawatch.csv.CsvReader;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Snapshot;

/** Any two files have a difference, which is the mirror of the other way round. */
public final class DifferFuzz {
    private DifferFuzz() {}

    /** Takes two files with a NUL between them. */
    public static void fuzzerTestOneInput(byte[] input) {
        int border = 0;
        while (border < input.length && input[border] != 0) {
            border++;
        }
        try {
            Snapshot before = read(Arrays.copyOfRange(input, 0, border));
            Snapshot after = read(Arrays.copyOfRange(input, Math.min(border + 1, input.length), input.length));
            check(before, after);
        } catch (MalformedFileException refused) {
            // What is no file has no difference.
            return;
        }
    }

    private static Snapshot read(byte[] bytes) throws MalformedFileException {
        return new CsvReader(PortRegistry.ROLES).read(bytes).snapshot("", "");
    }

    private static void check(Snapshot before, Snapshot after) {
        if (!Differ.diff(before, before).isEmpty()) {
            throw new IllegalStateException("a file differs from itself");
        }
        List<String> there = Mirror.of(Differ.diff(before, after).changes());
        List<String> back = Mirror.plain(Differ.diff(after, before).changes());
        if (before.header().equals(after.header()) && !there.equals(back)) {
            throw new IllegalStateException("there " + there + ", back " + back);
        }
    }
}
