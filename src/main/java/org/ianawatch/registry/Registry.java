package org.ianawatch.registry;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A registry of IANA: a list of rows under some columns.
 *
 * @param id what it is known by
 * @param roles what its columns mean
 * @param ranges which of its codes are assigned by which rule, lowest first; empty where that is not known
 */
public record Registry(Id id, Roles roles, List<CodeRange> ranges) {
    /** A registry of which no rules are known. */
    public Registry(Id id, Roles roles) {
        this(id, roles, List.of());
    }

    /**
     * What a registry is known by. Case tells ids apart.
     *
     * @param group the page that it stands on
     * @param name unique within the group
     */
    public record Id(String group, String name) {
        private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_./-]+");

        /** Checks the characters. */
        public Id {
            if (!SYNTAX.matcher(group).matches() || !SYNTAX.matcher(name).matches()) {
                throw new IllegalArgumentException("'" + group + "/" + name
                        + "' names no registry: write GROUP/REGISTRY, as IANA's address of it has");
            }
        }

        /**
         * Reads {@code GROUP/REGISTRY}, or a name that is that of both.
         *
         * @throws IllegalArgumentException when it is neither
         */
        public static Id parse(String text) {
            int slash = text.indexOf('/');
            return slash < 0 ? new Id(text, text) : new Id(text.substring(0, slash), text.substring(slash + 1));
        }

        /** {@code GROUP/REGISTRY}; the name alone where both are the same. */
        @Override
        public String toString() {
            return group.equals(name) ? name : group + "/" + name;
        }
    }
}
