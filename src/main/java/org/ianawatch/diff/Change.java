package org.ianawatch.diff;

import java.util.List;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.jspecify.annotations.Nullable;

/** One change between two snapshots. Immutable. */
public sealed interface Change {
    /** Which kind it is. */
    Kind kind();

    /** The ports that it covers, or null for a service name without a port. */
    @Nullable
    Span ports();

    /** The transports that it covers, in their order, at least one. */
    List<Space> transports();

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
     * A service is on a port now that was not before.
     *
     * @param service its name, empty for an assignment without one
     * @param was the status of the ports before; for a name without a port {@link Status#UNASSIGNED}
     * @param block the unassigned or reserved row's ports that held these, or null where no row did
     * @param registration the new row; the first where several rows make one change
     */
    record Assigned(
            @Nullable Span ports,
            List<Space> transports,
            String service,
            Status was,
            @Nullable Span block,
            Entry registration)
            implements Change {
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
     * A service was on a port that is not now.
     *
     * @param service its name, empty for an assignment without one
     * @param now the status of the ports after; for a name without a port {@link Status#UNASSIGNED}
     * @param registration the old row; the first where several rows make one change
     */
    record Deassigned(@Nullable Span ports, List<Space> transports, String service, Status now, Entry registration)
            implements Change {
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
     * An assigned port lost exactly one service and gained exactly one.
     *
     * @param before the old name, empty for an assignment without one
     * @param service the new name, likewise
     * @param fields the other values that differ, without name, port and transport
     */
    record Renamed(Span ports, List<Space> transports, String before, String service, List<FieldChange> fields)
            implements Change {
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
     * Ports became reserved, and held no service before.
     *
     * @param was the status before
     */
    record Reserved(Span ports, List<Space> transports, Status was) implements Change {
        @Override
        public Kind kind() {
            return Kind.RESERVED;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.reserved(this);
        }
    }

    /**
     * Ports went from reserved back to the pool.
     *
     * @param was the status before
     */
    record Unassigned(Span ports, List<Space> transports, Status was) implements Change {
        @Override
        public Kind kind() {
            return Kind.UNASSIGNED;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.unassigned(this);
        }
    }

    /**
     * A row with the same name, ports and transport has other values; also a name without a port that changed its
     * transport.
     *
     * @param service the row's service name, empty where it has none
     * @param fields what differs, at least one
     */
    record Amended(@Nullable Span ports, List<Space> transports, String service, List<FieldChange> fields)
            implements Change {
        @Override
        public Kind kind() {
            return Kind.AMENDED;
        }

        @Override
        public boolean isCosmetic() {
            return fields.stream().allMatch(FieldChange::isCosmetic);
        }

        @Override
        public boolean isTelling() {
            return fields.stream().anyMatch(FieldChange::isTelling);
        }

        /** Whether IANA left the row's Modification Date as it was. */
        public boolean isSilent() {
            return fields.stream().noneMatch(field -> field.column() == Column.MODIFICATION_DATE);
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

        /** For {@link Reserved}. */
        T reserved(Reserved change);

        /** For {@link Unassigned}. */
        T unassigned(Unassigned change);

        /** For {@link Amended}. */
        T amended(Amended change);
    }
}
