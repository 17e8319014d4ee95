package org.ianawatch.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.ianawatch.store.RowVersion;
import org.jspecify.annotations.Nullable;

/**
 * A row from its first version to its last, through changes of its name and its status, but on the same ports by the
 * same transport.
 *
 * @param ports null for a service name without a port
 * @param transports those whose rows lived alike, in their order
 * @param service the name in the last version
 * @param status in the last version
 * @param versions oldest first, at least one
 * @param goneSnapshot the number of the first snapshot that has it no more; null for a row in force now
 * @param goneAt when that was observed, or null
 */
public record RowLife(
        @Nullable Span ports,
        List<Space> transports,
        String service,
        Status status,
        List<RowStep> versions,
        @Nullable Integer goneSnapshot,
        @Nullable Instant goneAt) {
    static RowLife of(List<RowStep> versions, int until, Snapshots snapshots) {
        Entry last = versions.get(versions.size() - 1).record();
        boolean isGone = until != RowVersion.OPEN;
        return new RowLife(
                last.span(),
                last.spaces(),
                last.name(),
                last.status(),
                List.copyOf(versions),
                isGone ? until : null,
                isGone ? snapshots.observedAt(until) : null);
    }

    /** The last version. */
    public RowStep last() {
        return versions.get(versions.size() - 1);
    }

    /** Whether the row of another transport, or the same row listed twice, lived in the same way. */
    boolean isLike(RowLife other) {
        return Objects.equals(goneSnapshot, other.goneSnapshot)
                && Objects.equals(ports, other.ports)
                && versions.size() == other.versions.size()
                && saysTheSame(other);
    }

    RowLife and(RowLife other) {
        List<Space> both = new ArrayList<>(transports);
        both.addAll(other.transports);
        List<Space> distinct = both.stream().distinct().sorted().toList();
        return new RowLife(ports, distinct, service, status, versions, goneSnapshot, goneAt);
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
