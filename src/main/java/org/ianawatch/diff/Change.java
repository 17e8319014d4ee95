package org.ianawatch.diff;

import java.util.Collections;
import java.util.List;
import org.ianawatch.registry.Column.Content;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.jspecify.annotations.Nullable;

/** One change between two snapshots. Immutable. */
public sealed interface Change {
    /** Which kind it is. */
    Kind kind();

    /** The codes that it covers, or null for a name without a code. */
    @Nullable
    Span span();

    /** The spaces that it covers, in their order, at least one. */
    List<Space> spaces();

    /** What it says in the registry's own words, or null for ports. */
    @Nullable
    Wording wording();

    /** Answers by kind; a new kind breaks every answer at compile time. */
    <T> T accept(Visitor<T> visitor);

    /** Whether nothing differs but white space and the spelling of references. */
    default boolean isCosmetic() {
        return false;
    }

    /** Whether a person learns anything from it: more differs than what is cosmetic and the Modification Date. */
    default boolean isTelling() {
        return true;
    }

    /**
     * A name is on a code now that was not before.
     *
     * @param name empty for an assignment without one
     * @param was the status of the codes before; for a name without a code {@link Status#UNASSIGNED}
     * @param block the codes of the row that held these and did not assign them, or null where no row did
     * @param entry the new row; the first where several rows make one change
     */
    record Assigned(
            @Nullable Span span,
            List<Space> spaces,
            String name,
            Status was,
            @Nullable Span block,
            Entry entry,
            @Nullable Wording wording)
            implements Change {
        /** Takes the row under all of its columns. */
        public Assigned {
            entry = entry.whole();
        }

        /** A change of ports. */
        public Assigned(
                @Nullable Span span, List<Space> spaces, String name, Status was, @Nullable Span block, Entry entry) {
            this(span, spaces, name, was, block, entry, null);
        }

        @Override
        public Kind kind() {
            return Kind.ASSIGNED;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.assigned(this);
        }
    }

    /**
     * A name was on a code that is not now.
     *
     * @param name empty for an assignment without one
     * @param now the status of the codes after; for a name without a code {@link Status#UNASSIGNED}
     * @param entry the old row; the first where several rows make one change
     */
    record Deassigned(
            @Nullable Span span, List<Space> spaces, String name, Status now, Entry entry, @Nullable Wording wording)
            implements Change {
        /** Takes the row under all of its columns. */
        public Deassigned {
            entry = entry.whole();
        }

        /** A change of ports. */
        public Deassigned(@Nullable Span span, List<Space> spaces, String name, Status now, Entry entry) {
            this(span, spaces, name, now, entry, null);
        }

        @Override
        public Kind kind() {
            return Kind.DEASSIGNED;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.deassigned(this);
        }
    }

    /**
     * An assigned code lost exactly one name and gained exactly one.
     *
     * @param before the old name, empty for an assignment without one
     * @param name the new name, likewise
     * @param fields the other values that differ, without those that tell rows apart
     */
    record Renamed(
            @Nullable Span span,
            List<Space> spaces,
            String before,
            String name,
            List<FieldChange> fields,
            @Nullable Wording wording)
            implements Change {
        /** A change of ports. */
        public Renamed(@Nullable Span span, List<Space> spaces, String before, String name, List<FieldChange> fields) {
            this(span, spaces, before, name, fields, null);
        }

        @Override
        public Kind kind() {
            return Kind.RENAMED;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.renamed(this);
        }
    }

    /**
     * Codes took another status, and no name came or went.
     *
     * @param status what they are, not {@link Status#ASSIGNED}
     * @param was the status before
     */
    record Reclassified(@Nullable Span span, List<Space> spaces, Status status, Status was, @Nullable Wording wording)
            implements Change {
        /** A change of ports. */
        public Reclassified(@Nullable Span span, List<Space> spaces, Status status, Status was) {
            this(span, spaces, status, was, null);
        }

        @Override
        public Kind kind() {
            return Kind.of(status);
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.reclassified(this);
        }
    }

    /**
     * A row with the same name, codes and space has other values; also a name without a code that changed its space.
     *
     * @param name the row's, empty where it has none
     * @param fields what differs, at least one
     */
    record Amended(
            @Nullable Span span, List<Space> spaces, String name, List<FieldChange> fields, @Nullable Wording wording)
            implements Change {
        /** A change of ports. */
        public Amended(@Nullable Span span, List<Space> spaces, String name, List<FieldChange> fields) {
            this(span, spaces, name, fields, null);
        }

        @Override
        public Kind kind() {
            return Kind.AMENDED;
        }

        /** What differs where a person learns nothing from it. */
        private static final List<Mark> UNTOLD = List.of(Mark.DATE, Mark.PEOPLE);

        @Override
        public boolean isCosmetic() {
            return wording == null ? fields.stream().allMatch(FieldChange::isCosmetic) : wording.isCosmetic();
        }

        @Override
        public boolean isTelling() {
            return wording == null
                    ? fields.stream().anyMatch(FieldChange::isTelling)
                    : !wording.isCosmetic() && Collections.disjoint(wording.marks(), UNTOLD);
        }

        /** What became of a row that is told apart by the same as before. */
        static Amended between(Entry before, Entry after) {
            return new Amended(after.span(), after.spaces(), after.name(), FieldChange.between(before, after));
        }

        /** Whether IANA left the row's Modification Date as it was; false where it publishes none. */
        public boolean isSilent() {
            return wording == null
                    && fields.stream().noneMatch(field -> field.column().content() == Content.MODIFIED);
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.amended(this);
        }
    }

    /**
     * One answer for each kind.
     *
     * @param <T> the answer's type
     */
    interface Visitor<T> {
        /** For {@link Assigned}. */
        T assigned(Assigned change);

        /** For {@link Deassigned}. */
        T deassigned(Deassigned change);

        /** For {@link Renamed}. */
        T renamed(Renamed change);

        /** For {@link Reclassified}. */
        T reclassified(Reclassified change);

        /** For {@link Amended}. */
        T amended(Amended change);
    }
}
