package org.ianawatch.csv;

import java.util.Locale;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;

/**
 * A cell that should hold a port and holds something else. Its row stands as one without a port.
 *
 * @param line on which the record begins, counted from 1
 * @param registration the row
 */
public record UnreadablePort(int line, Entry registration) {
    /** Where it is and what it holds: a clause. What cannot be told from a digit or a hyphen by looking is named. */
    public String message() {
        String cell = registration.value(Column.PORT_NUMBER);
        return "line " + line + ", '" + Column.PORT_NUMBER.title() + "': '" + cell
                + "' is no port and no range of ports from 0 to 65535" + strange(cell);
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
