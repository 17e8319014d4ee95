package org.ianawatch.xml;

import java.util.List;

/**
 * A group that has moved.
 *
 * @param id of the group whose file this is
 * @param to the id of the group that has its registries now
 * @param pieces the whole file in its order
 */
public record MovedGroup(String id, String to, List<Piece> pieces) implements GroupFile {
    /** Takes a copy. */
    public MovedGroup {
        pieces = List.copyOf(pieces);
    }
}
