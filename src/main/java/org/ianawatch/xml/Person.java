package org.ianawatch.xml;

import java.util.List;

/**
 * Whom a registry refers to. A text is empty where nothing is said.
 *
 * @param id by which cells refer to the person
 * @param name of a person or an organization
 * @param organization to which the person belongs
 * @param uris ways to reach the person; in {@code mailto:} IANA writes {@code &} for {@code @}
 * @param updated a date, as it is written; its day may be missing
 */
public record Person(String id, String name, String organization, List<String> uris, String updated) {
    /** Takes a copy. */
    public Person {
        uris = List.copyOf(uris);
    }
}
