package org.ianawatch.answer;

import org.ianawatch.registry.Snapshot;

/**
 * A registry, as IANA names it, which is where its answers are published.
 *
 * @param group the group that it stands in
 * @param name its own
 */
public record RegistryName(String group, String name) {
    /** The one registry there is so far. */
    static final RegistryName PORTS = new RegistryName(Snapshot.REGISTRY, Snapshot.REGISTRY);
}
