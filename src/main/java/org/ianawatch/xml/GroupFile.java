package org.ianawatch.xml;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the file of a group holds: the group, or where it moved to. All of it is immutable. */
public sealed interface GroupFile permits Group, MovedGroup {
    /** The id of the group that the file is of. */
    String id();

    /** The whole file in its order; their texts together are its text. */
    List<Piece> pieces();

    /** The bytes of the file, UTF-8, as they were read. */
    default byte[] bytes() {
        StringBuilder text = new StringBuilder();
        pieces().forEach(piece -> text.append(piece.text()));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
