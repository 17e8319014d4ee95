package org.ianawatch.cli.listening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.ianawatch.ports.host.HostProcess;
import org.ianawatch.ports.host.Judgement;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.jspecify.annotations.Nullable;

/**
 * A listener beside what the registry says of its port.
 *
 * @param judgement what is to be thought of it
 * @param ports one port, or neighbouring ones of which all else is the same
 * @param transports by which, at least one
 * @param addresses where it listens; empty where that is not known
 * @param processes who listens; empty where that is not known
 * @param status of the ports
 * @param services the names of their services in order; one may be empty
 * @param elsewhere the names of those that have the first port by another transport
 * @param block the ports of the unassigned or reserved row that holds them, or null
 * @param blockBefore the unassigned block that held them when counting begins, or null
 * @param assignedOfBlock how many ports of {@code blockBefore} were assigned since
 */
record Finding(
        Judgement judgement,
        Span ports,
        List<Space> transports,
        SortedSet<String> addresses,
        SortedSet<HostProcess> processes,
        Status status,
        Set<String> services,
        Set<String> elsewhere,
        @Nullable Span block,
        @Nullable Span blockBefore,
        int assignedOfBlock) {
    /** Makes one of those that differ in nothing but the transport. */
    static List<Finding> folded(List<Finding> findings) {
        Map<Finding, List<Space>> transports = new LinkedHashMap<>();
        for (Finding finding : findings) {
            transports
                    .computeIfAbsent(finding.by(List.of()), unused -> new ArrayList<>())
                    .addAll(finding.transports);
        }
        return transports.entrySet().stream()
                .map(entry -> entry.getKey().by(List.copyOf(entry.getValue())))
                .toList();
    }

    private Finding by(List<Space> others) {
        return new Finding(
                judgement,
                ports,
                others,
                addresses,
                processes,
                status,
                services,
                elsewhere,
                block,
                blockBefore,
                assignedOfBlock);
    }
}
