package org.ianawatch.cli.listening;

import java.util.Collection;
import java.util.stream.Collectors;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.ports.host.HostProcess;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;

/** What a finding means, in words. */
final class ListeningWords {
    private final ListeningFacts facts;

    ListeningWords(ListeningFacts facts) {
        this.facts = facts;
    }

    /** The reason of the judgement, in a clause. */
    String reason(Finding finding) {
        return switch (finding.judgement()) {
            case SQUATS -> unassigned(finding);
            case RESERVED -> "reserved" + elsewhere(finding);
            case DIFFERS -> assigned(finding) + ", which " + names(finding) + " does not resemble";
            case ASSIGNED ->
                assigned(finding)
                        + (names(finding).isEmpty()
                                ? "; the process is not known"
                                : "; " + names(finding) + " may serve anything");
            case MATCHES -> assigned(finding);
            case DYNAMIC -> dynamic(finding);
        };
    }

    private String unassigned(Finding finding) {
        Span block = finding.block();
        Span before = finding.blockBefore();
        if (block == null) {
            return "unassigned by " + transports(finding) + elsewhere(finding);
        }
        String where = block.size() == 1 ? "unassigned" : "unassigned, block " + block;
        if (before == null) {
            return where + ", which was none on " + facts.since().date();
        }
        int count = finding.assignedOfBlock();
        String many = count == 0 ? "none" : Integer.toString(count);
        String ports = before.equals(block)
                ? "its " + ports(before)
                : "the " + ports(before) + " of the former block " + before;
        return where + ": " + many + " of " + ports + (count > 1 ? " were" : " was") + " assigned since "
                + facts.since().date();
    }

    private String dynamic(Finding finding) {
        return PortRegistry.DYNAMIC_PORTS.codes().contains(finding.ports().low())
                ? "a Dynamic Port, never assigned"
                : "of the ports that the machine gives out itself, " + facts.ephemeralPorts() + "; "
                        + (finding.status() == Status.ASSIGNED
                                ? assigned(finding)
                                : finding.status().word());
    }

    private static String assigned(Finding finding) {
        return "assigned to " + joined(finding.services());
    }

    private static String elsewhere(Finding finding) {
        return finding.elsewhere().isEmpty()
                ? ""
                : "; by another transport the port is assigned to " + joined(finding.elsewhere());
    }

    private static String ports(Span range) {
        return range.size() + (range.size() == 1 ? " port" : " ports");
    }

    /** The names of the processes in order, each once. */
    static String names(Finding finding) {
        return finding.processes().stream()
                .map(HostProcess::shownName)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    static String transports(Finding finding) {
        return finding.transports().stream().map(Space::name).collect(Collectors.joining(","));
    }

    private static String joined(Collection<String> services) {
        return services.stream()
                .map(service -> service.isEmpty() ? "(no service name)" : service)
                .collect(Collectors.joining(", "));
    }
}
