package org.ianawatch.registry;

import java.util.regex.Pattern;

/** By which words a row says what its codes are. */
public enum StatusWords {
    /**
     * RFC 6335, section 6. A row with a name is assigned, and one without unless its description begins with one of the words that
     * IANA uses for the other two ({@code any private mail system} is an assignment).
     */
    RFC_6335 {
        @Override
        Status of(String name, String description, boolean isCode) {
            if (!name.isEmpty()) {
                return Status.ASSIGNED;
            }
            if (PORT_UNASSIGNED.matcher(description).lookingAt()) {
                return Status.UNASSIGNED;
            }
            return PORT_RESERVED.matcher(description).lookingAt() ? Status.RESERVED : Status.ASSIGNED;
        }
    },
    /** RFC 8126, sections 4 and 6. The label tells. */
    RFC_8126 {
        @Override
        Status of(String name, String label, boolean isCode) {
            if (Labels.UNASSIGNED.matcher(label).lookingAt()) {
                return Status.UNASSIGNED;
            }
            if (Labels.HELD.matcher(label).lookingAt()) {
                if (Labels.PRIVATE.matcher(label).find()) {
                    return Status.PRIVATE_USE;
                }
                return Labels.EXPERIMENT.matcher(label).find() ? Status.EXPERIMENTAL : Status.RESERVED;
            }
            return isCode && Labels.GONE.matcher(label).matches() ? Status.RESERVED : Status.ASSIGNED;
        }
    };

    private static final Pattern PORT_UNASSIGNED = ofAnyCase("\\s*\\(?unassigned");
    private static final Pattern PORT_RESERVED =
            ofAnyCase("\\s*(iana\\s+)?(reserved|de-?registered|removed|deprecated|de-?com+issioned)");

    /** Apart, since ports need none of them. */
    private static final class Labels {
        private static final String SIGNS = "[^\\p{L}\\p{N}_]*";

        static final Pattern UNASSIGNED = ofAnyCase(SIGNS
                + "((currently )?(un-?(assigned|allocated))|(removed|deprecated)/unassigned|"
                + "not (currently |yet )?(assigned|allocated)\\b(?! by)|(available|unused)" + SIGNS + "$)");
        static final Pattern HELD = ofAnyCase(SIGNS
                + "((iana[ -])?reserved|for (private|experiment)|private[ -]use|experimental use|vendor private use|"
                + "(private|experimental)" + SIGNS + "$|"
                + "(private|experimental)(/| or | and |, )(private|experimental)|rfc3692-style)");
        static final Pattern PRIVATE = ofAnyCase("private");
        static final Pattern EXPERIMENT = ofAnyCase("experiment");
        static final Pattern GONE = ofAnyCase(SIGNS
                + "(de-?registered|removed|deleted|withdrawn|deprecated|obsoleted?|historic|decom+issioned)"
                + SIGNS + "(\\[.*)?");

        private Labels() {}
    }

    private static Pattern ofAnyCase(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /**
     * What a row's codes are.
     *
     * @param name the cell of the column of names; empty where there is none
     * @param label that cell or, where it is empty, what the row says in its place
     * @param isCode whether the row is of a registry of codes, whose names are not gone because their status says so
     */
    abstract Status of(String name, String label, boolean isCode);
}
