package org.ianawatch.registry;

import java.util.List;

/**
 * What a registry said at one time.
 *
 * @param label what people know it by: a file's name, or a number and a date
 * @param sha256 of the file's bytes
 * @param header the columns of the file
 * @param entries the rows in the file's order, unmodifiable
 */
public record Snapshot(String label, Sha256 sha256, Header header, List<Entry> entries) {
    /** IANA's name of the registry. */
    public static final String REGISTRY = "service-names-port-numbers";
}
