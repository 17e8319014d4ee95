package org.ianawatch.csv;

import java.util.Arrays;
import org.ianawatch.ports.PortRegistry;

/** Whatever the bytes are, a file comes back byte for byte or is refused, and the file read before makes no difference. */
public final class CsvReaderFuzz {
    private CsvReaderFuzz() {}

    /** Takes two files with a NUL between them, of which the first is read before. */
    public static void fuzzerTestOneInput(byte[] input) {
        int border = border(input);
        byte[] before = Arrays.copyOfRange(input, 0, border);
        byte[] bytes = Arrays.copyOfRange(input, Math.min(border + 1, input.length), input.length);
        CsvReader reader = new CsvReader(PortRegistry.ROLES);
        read(reader, before);
        String warm = read(reader, bytes);
        String cold = read(new CsvReader(PortRegistry.ROLES), bytes);
        if (!warm.equals(cold)) {
            throw new IllegalStateException("after another file: " + warm + ", alone: " + cold);
        }
    }

    static int border(byte[] input) {
        for (int index = 0; index < input.length; index++) {
            if (input[index] == 0) {
                return index;
            }
        }
        return input.length;
    }

    private static String read(CsvReader reader, byte[] bytes) {
        try {
            CsvFile file = reader.read(bytes);
            if (!Arrays.equals(bytes, file.bytes())) {
                throw new IllegalStateException("the bytes do not come back");
            }
            return file.snapshot("", "").entries().toString();
        } catch (MalformedFileException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
