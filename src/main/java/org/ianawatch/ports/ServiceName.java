package org.ianawatch.ports;

import java.util.regex.Pattern;

/** What RFC 6335 section 5.1 allows as a service name. The registry has older names that break these rules. */
public final class ServiceName {
    /** The rules in a clause. */
    public static final String RULE =
            "letters, digits and single hyphens between them, at most 15, and at least one letter";

    private static final Pattern SYNTAX = Pattern.compile("(?=.{1,15}$)(?=.*[A-Za-z])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*");

    private ServiceName() {}

    /** Whether a service may be given this name. */
    public static boolean isAllowed(String name) {
        return SYNTAX.matcher(name).matches();
    }
}
