package org.ianawatch.csv;

import java.util.Locale;
import java.util.Objects;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Notation;
import org.ianawatch.registry.Roles;

/**
 * A cell that should hold a code and holds something else. Its row stands as one without a code.
 *
 * @param line on which the record begins, counted from 1
 * @param registration the row
 */
public record UnreadableCode(int line, Entry registration) {
    /** Where it is and what it holds: a clause. What cannot be told from a digit or a hyphen by looking is named. */
    public String message() {
        Roles roles = registration.roles();
        Column column = roles.columns().get(Objects.requireNonNull(roles.key().code(), "there are codes"));
        String cell = registration.value(column);
        String expected =
                roles.notation() == Notation.PORTS ? "no port and no range of ports from 0 to 65535" : "no code";
        return "line " + line + ", '" + column.title() + "': '" + cell + "' is " + expected + strange(cell);
    }

    private static String strange(String cell) {
        return cell.codePoints()
                .filter(character -> character <= ' ' || character > '~')
                .mapToObj(character -> String.format(Locale.ROOT, " (it has U+%04X%s)", character, name(character)))
                .findFirst()
                .orElse("");
    }

    private static String name(int character) {
        String name = Character.getName(character);
        return name == null ? "" : ", " + name;
    }
}
