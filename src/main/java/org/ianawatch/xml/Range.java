package org.ianawatch.xml;

import java.util.List;

/**
 * Values of a registry that have a registration rule of their own. A text is empty where nothing is said.
 *
 * @param value from which to which, as it is written
 * @param hexadecimal the same in hexadecimal digits
 * @param rule how they are registered (RFC 8126, section 4)
 * @param note what else holds for them
 * @param references to the documents that say so
 */
public record Range(String value, String hexadecimal, String rule, String note, List<Reference> references) {
    /** Takes a copy. */
    public Range {
        references = List.copyOf(references);
    }
}
