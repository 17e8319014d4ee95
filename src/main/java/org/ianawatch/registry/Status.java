package org.ianawatch.registry;

import java.util.List;
import java.util.Locale;

/** What a code is, the weakest first: of several rows for a code the strongest one counts (RFC 6335, section 6; RFC 8126, section 6). */
public enum Status implements Word {
    /** Not assigned; available by request. */
    UNASSIGNED,
    /** Not assigned, and not available for regular assignment. */
    RESERVED,
    /** For experiments, not assigned to anybody (RFC 8126, section 4.2). */
    EXPERIMENTAL,
    /** For use within a site, not assigned to anybody (RFC 8126, section 4.1). */
    PRIVATE_USE,
    /** Assigned. */
    ASSIGNED;

    /** Those that service names and port numbers have (RFC 6335, section 6). */
    public static final List<Status> OF_PORTS = List.of(UNASSIGNED, RESERVED, ASSIGNED);

    /** The status of that word, as {@link #word} gives it. */
    public static Status ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The word in lower case, its parts joined by hyphens. */
    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
