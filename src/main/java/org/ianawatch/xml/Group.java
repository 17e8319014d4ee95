package org.ianawatch.xml;

import java.util.List;

/**
 * A group of registries.
 *
 * @param id of the group, as its address has it
 * @param about what is said of the group as a whole
 * @param registries in the file's order, those without rows too; the root is one of them, the first, where it has rows itself
 * @param people whom the registries refer to
 * @param pieces the whole file in its order
 */
public record Group(String id, About about, List<RegistryTable> registries, List<Person> people, List<Piece> pieces)
        implements GroupFile {
    /** Takes copies. */
    public Group {
        registries = List.copyOf(registries);
        people = List.copyOf(people);
        pieces = List.copyOf(pieces);
    }
}
