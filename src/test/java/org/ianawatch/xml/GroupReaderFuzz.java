package org.ianawatch.xml;

import java.util.Arrays;

/** Whatever the bytes are, a file comes back byte for byte, with a record in each piece of a record, or is refused. */
public final class GroupReaderFuzz {
    private GroupReaderFuzz() {}

    /** Takes a file of the group {@code example}. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            GroupFile file = GroupReader.read(input, "example");
            if (!Arrays.equals(input, file.bytes())) {
                throw new IllegalStateException("the bytes do not come back");
            }
            file.pieces().forEach(GroupReaderFuzz::check);
        } catch (MalformedGroupException refused) {
            if (String.valueOf(refused.getMessage()).isEmpty()) {
                throw new IllegalStateException("refused without a word");
            }
        }
    }

    private static void check(Piece piece) {
        String text = piece.text().trim();
        if (piece.text().isEmpty() || (piece.registry() != null && !(text.startsWith("<") && text.endsWith(">")))) {
            throw new IllegalStateException("no piece: " + piece);
        }
    }
}
