package org.ianawatch.answer;

import java.util.ArrayList;
import java.util.List;

/** The names of which IANA's notes call a registration an alias: {@code This entry is an alias to "whoispp".} */
final class Aliases {
    private static final String BEFORE = "alias to \"";

    private Aliases() {}

    /** The names in a note that is in lower case, in its order. */
    static List<String> of(String note) {
        int start = note.indexOf(BEFORE);
        if (start < 0) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        while (start >= 0) {
            int first = start + BEFORE.length();
            int end = note.indexOf('"', first);
            if (end < 0) {
                break;
            }
            names.add(note.substring(first, end));
            start = note.indexOf(BEFORE, end);
        }
        return names;
    }
}
