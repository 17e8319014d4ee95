package org.ianawatch.fetch;

import org.jspecify.annotations.Nullable;

/**
 * How the program introduces itself to a server.
 *
 * @param version the program's, such as {@code 0.1.0}
 * @param contact an address at which the server's operator reaches whoever runs it, or null
 */
public record UserAgent(String version, @Nullable String contact) {
    /**
     * An introduction that fits into a header.
     *
     * @throws IllegalArgumentException for anything but printable ASCII, and for parentheses in the contact
     */
    public UserAgent {
        if (!isPrintable(version) || version.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("'" + version + "' cannot stand in a User-Agent as a version");
        }
        if (contact != null) {
            checkContact(contact);
        }
    }

    /**
     * Checks a contact alone.
     *
     * @throws IllegalArgumentException for anything but printable ASCII, and for parentheses
     */
    public static void checkContact(String contact) {
        if (!isPrintable(contact) || contact.indexOf('(') >= 0 || contact.indexOf(')') >= 0) {
            throw new IllegalArgumentException("'" + contact + "' cannot stand in a User-Agent as a contact:"
                    + " write an e-mail address or a URL");
        }
    }

    String header() {
        return "ianawatch/" + version + (contact == null ? "" : " (" + contact + ")");
    }

    private static boolean isPrintable(String text) {
        return !text.isEmpty() && text.chars().allMatch(character -> character >= ' ' && character <= '~');
    }
}
