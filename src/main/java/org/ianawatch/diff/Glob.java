package org.ianawatch.diff;

import java.util.regex.Pattern;

/** A pattern for names in which {@code *} stands for any characters and {@code ?} for one; upper case is lower case. */
public final class Glob {
    private final Pattern pattern;

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
        this.pattern = Pattern.compile(
                expression.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    /** Whether the whole name is like this. */
    public boolean matches(String name) {
        return pattern.matcher(name).matches();
    }
}
