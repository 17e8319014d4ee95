package org.ianawatch.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.store.RowVersion;
import org.jspecify.annotations.Nullable;

/**
 * A row from its first version to its last, through changes of its name and its status, but on the same ports by the
 * same transport.
 *
 * @param transports those whose rows lived alike, in their order
 * @param versions oldest first, at least one
 * @param until the number of the first snapshot that has it no more; {@link Integer#MAX_VALUE} for a row in force now
 */
public record RowLife(List<Space> transports, List<RowStep> versions, int until) {
    /** The last version. */
    public RowStep last() {
        return versions.get(versions.size() - 1);
    }

    /** The ports, or null for a service name without a port. */
    public @Nullable Span ports() {
        return last().registration().span();
    }

    /** Whether the newest snapshot has it no more. */
    public boolean isGone() {
        return until != RowVersion.OPEN;
    }

    /** Whether the row of another transport, or the same row listed twice, lived in the same way. */
    boolean isLike(RowLife other) {
        return until == other.until
                && Objects.equals(ports(), other.ports())
                && versions.size() == other.versions.size()
                && saysTheSame(other);
    }

    RowLife and(RowLife other) {
        List<Space> both = new ArrayList<>(transports);
        both.addAll(other.transports);
        return new RowLife(both.stream().distinct().sorted().toList(), versions, until);
    }

    private boolean saysTheSame(RowLife other) {
        for (int index = 0; index < versions.size(); index++) {
            if (!versions.get(index).isLike(other.versions.get(index))) {
                return false;
            }
        }
        return true;
    }
}
