package org.ianawatch.diff;

import org.ianawatch.registry.Registry;
import org.ianawatch.registry.Roles;
import org.jspecify.annotations.Nullable;

/**
 * The registry of which two editions were compared.
 *
 * @param id what it is known by, or null where nobody said so
 * @param roles what the columns that both editions have mean, found in these two
 */
public record ComparedRegistry(Registry.@Nullable Id id, Roles roles) {}
