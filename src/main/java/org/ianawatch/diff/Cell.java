package org.ianawatch.diff;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.jspecify.annotations.Nullable;

/**
 * What one snapshot says of a port and a transport.
 *
 * @param status the strongest of the rows that speak for it; unassigned where none does
 * @param services the assigned rows by service name, the first of a name; one name may be empty
 * @param block the ports of the first row that gives the cell a status other than assigned, or null
 */
public record Cell(Status status, Map<String, Entry> services, @Nullable Span block) {
    /** The cell of a transport, from the rows that cover its port. */
    public static Cell of(Space transport, List<Entry> covering) {
        List<Entry> speaking = covering.stream()
                .filter(row -> transport.equals(row.transport()))
                .toList();
        if (speaking.isEmpty() && Space.ALL.contains(transport)) {
            speaking = covering.stream().filter(row -> row.transport() == null).toList();
        }
        Status status = Status.UNASSIGNED;
        Map<String, Entry> services = new TreeMap<>();
        for (Entry row : speaking) {
            status = row.status().compareTo(status) > 0 ? row.status() : status;
            if (row.status() == Status.ASSIGNED) {
                services.putIfAbsent(row.service(), row);
            }
        }
        return new Cell(status, services, block(status, speaking));
    }

    /** The names of the services in order; one may be empty. */
    public Set<String> serviceNames() {
        return services.keySet();
    }

    private static @Nullable Span block(Status status, List<Entry> speaking) {
        if (status == Status.ASSIGNED) {
            return null;
        }
        for (Entry row : speaking) {
            if (row.status() == status) {
                return row.ports();
            }
        }
        return null;
    }
}
