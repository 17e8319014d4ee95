package org.ianawatch.diff;

import java.util.regex.Pattern;

/** A pattern for names in which {@code *} stands for any characters and {@code ?} for one; upper case is lower case. */
public final class Glob {
    private final Pattern pattern;
    private final String prefix;

    /** A glob as a person writes it. */
    public Glob(String text) {
        StringBuilder expression = new StringBuilder();
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            switch (character) {
                case '*' -> expression.append(".*");
                case '?' -> expression.append('.');
                default -> expression.append(Pattern.quote(String.valueOf(character)));
            }
        }
        int first = 0;
        while (first < text.length() && text.charAt(first) != '*' && text.charAt(first) != '?') {
            first++;
        }
        this.prefix = text.substring(0, first);
        this.pattern = Pattern.compile(
                expression.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    /** What stands before the first {@code *} or {@code ?}; every name that is like this begins so, whatever the case. */
    public String prefix() {
        return prefix;
    }

    /** Whether the whole name is like this. */
    public boolean matches(String name) {
        return pattern.matcher(name).matches();
    }
}
