package org.ianawatch.answer;

import java.util.List;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.registry.Column.Content;
import org.ianawatch.registry.Entry;

/**
 * A version of a row, and how it came from the one before.
 *
 * @param from the number of the first snapshot that has it
 * @param registration what it says
 * @param fields what differs from the version before; empty for the first version alone
 */
public record RowStep(int from, Entry registration, List<FieldChange> fields) {
    static RowStep first(int from, Entry registration) {
        return new RowStep(from, registration, List.of());
    }

    static RowStep between(int from, Entry before, Entry after) {
        List<FieldChange> fields = before.differences(after).stream()
                .map(column -> new FieldChange(column, before.value(column), after.value(column)))
                .toList();
        return new RowStep(from, after, fields);
    }

    /** Whether it is the first version of its row. */
    public boolean isFirst() {
        return fields.isEmpty();
    }

    /** Whether nothing differs but white space and the spelling of references. */
    public boolean isCosmetic() {
        return !isFirst() && change().isCosmetic();
    }

    /** Whether IANA left the Modification Date as it was. */
    public boolean isSilent() {
        return !isFirst() && change().isSilent();
    }

    private Change.Amended change() {
        return new Change.Amended(registration.span(), registration.spaces(), registration.name(), fields);
    }

    boolean isLike(RowStep other) {
        return from == other.from
                && fields.equals(other.fields)
                && registration.differences(other.registration).stream()
                        .allMatch(column -> column.content() == Content.SPACE);
    }
}
