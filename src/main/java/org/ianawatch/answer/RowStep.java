package org.ianawatch.answer;

import java.time.Instant;
import java.util.List;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.registry.Column.Content;
import org.ianawatch.registry.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A version of a row, and how it came from the one before.
 *
 * @param snapshot the number of the first snapshot that has it
 * @param observedAt when that was observed
 * @param orBefore whether that is the first snapshot of all, so that it may be older
 * @param registrationDate IANA's own date in it, as the next one; empty where there is none
 * @param fields what differs from the version before; empty for the first version alone
 * @param cosmetic whether nothing differs but white space and the spelling of references
 * @param silent whether IANA left the Modification Date as it was
 * @param record what it says
 */
public record RowStep(
        int snapshot,
        Instant observedAt,
        boolean orBefore,
        String registrationDate,
        String modificationDate,
        List<FieldChange> fields,
        boolean cosmetic,
        boolean silent,
        Entry record) {
    /** A version after another, or the first with null. */
    static RowStep after(@Nullable Entry before, int snapshot, Instant observedAt, Entry record) {
        List<FieldChange> fields = before == null ? List.of() : FieldChange.between(before, record);
        Change.Amended change = new Change.Amended(record.span(), record.spaces(), record.name(), fields);
        return new RowStep(
                snapshot,
                observedAt,
                snapshot == 1,
                record.value(Content.DATE),
                record.value(Content.MODIFIED),
                fields,
                before != null && change.isCosmetic(),
                before != null && change.isSilent(),
                record);
    }

    /** Whether it is the first version of its row. */
    public boolean isFirst() {
        return fields.isEmpty();
    }

    boolean isLike(RowStep other) {
        return snapshot == other.snapshot
                && fields.equals(other.fields)
                && record.differences(other.record).stream().allMatch(column -> column.content() == Content.SPACE);
    }
}
