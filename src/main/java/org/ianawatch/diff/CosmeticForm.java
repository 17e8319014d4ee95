package org.ianawatch.diff;

import java.util.List;
import java.util.regex.Pattern;
import org.ianawatch.registry.Cells;

/** A cell's text without what only its spelling makes of it: white space, blanks at brackets, {@code [RFC 6335]}. */
final class CosmeticForm {
    private static final Pattern BLANK_AT_BRACKET = Pattern.compile("(?<=\\[) | (?=\\])");
    private static final Pattern BLANK_IN_REFERENCE = Pattern.compile("(?<=\\[(?:RFC|BCP|STD)) (?=\\d)");

    private CosmeticForm() {}

    /** Whether nothing else differs. */
    static boolean areEqual(List<FieldChange> fields) {
        return fields.stream().allMatch(field -> of(field.before()).equals(of(field.after())));
    }

    private static String of(String cell) {
        String tight = BLANK_AT_BRACKET.matcher(Cells.squeezed(cell)).replaceAll("");
        return BLANK_IN_REFERENCE.matcher(tight).replaceAll("");
    }
}
