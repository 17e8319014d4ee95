package org.ianawatch.registry;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks of or relies on, as it was written: {@code 278}, {@code 272-279/tcp}, {@code ssh}, {@code ntp/udp}.
 *
 * @param what what reads as ports, or a name, which may have a slash in it, such as {@code cl/1}
 * @param by the word for a transport behind the last slash, which may be none; null where there is no such word
 */
public record Subject(String what, @Nullable String by) {
    /** Takes a text apart. Behind ports anything is taken for a transport, behind a name only letters and commas. */
    public static Subject of(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 0) {
            return new Subject(text, null);
        }
        String what = text.substring(0, slash);
        String by = text.substring(slash + 1);
        boolean isWord = by.chars().allMatch(character -> character == ',' || isLetter(character));
        return isWord || looksLikePorts(what) ? new Subject(what, by) : new Subject(text, null);
    }

    /** Whether it is made of what ports are written with. A service name has a letter (RFC 6335 section 5.1). */
    public boolean isPorts() {
        return looksLikePorts(what);
    }

    /** The transport that it names, in either case; null where it names none that there is. */
    public @Nullable Space transport() {
        Space transport = by == null || by.isEmpty() ? null : Space.of(by.toLowerCase(Locale.ROOT));
        return transport == null || !Space.ALL.contains(transport) ? null : transport;
    }

    private static boolean looksLikePorts(String text) {
        return !text.isEmpty() && text.chars().allMatch(character -> isDigit(character) || character == '-');
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    static boolean isLetter(int character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }
}
