package org.ianawatch.registry;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a port is, RFC 6335 section 6, the weakest first: of several rows for a port the strongest one counts. */
public enum Status {
    /** Not assigned; available by request. */
    UNASSIGNED,
    /** Not assigned, and not available for regular assignment. */
    RESERVED,
    /** Assigned to a service. */
    ASSIGNED;

    private static final Pattern UNASSIGNED_WORDS = Pattern.compile("\\s*\\(?unassigned", Pattern.CASE_INSENSITIVE);
    private static final Pattern RESERVED_WORDS = Pattern.compile(
            "\\s*(iana\\s+)?(reserved|de-?registered|removed|deprecated|de-?com+issioned)", Pattern.CASE_INSENSITIVE);

    /**
     * The status of a row. A row without a service name is assigned unless its description begins with one of the
     * words that IANA uses for the other two ({@code any private mail system} is an assignment).
     */
    public static Status of(String serviceName, String description) {
        if (!serviceName.isEmpty()) {
            return ASSIGNED;
        }
        if (UNASSIGNED_WORDS.matcher(description).lookingAt()) {
            return UNASSIGNED;
        }
        return RESERVED_WORDS.matcher(description).lookingAt() ? RESERVED : ASSIGNED;
    }

    /** The status of that word in lower case. */
    public static Status ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The word in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
