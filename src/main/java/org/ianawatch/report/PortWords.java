package org.ianawatch.report;

import org.ianawatch.diff.Change;
import org.ianawatch.registry.Status;

/** What happened to ports that somebody uses, as the predicate of a sentence. */
final class PortWords implements Change.Visitor<String> {
    static final PortWords ALL = new PortWords();

    private PortWords() {}

    @Override
    public String assigned(Change.Assigned change) {
        String was = change.was() == Status.UNASSIGNED
                ? ""
                : " (was " + (change.was() == Status.ASSIGNED ? "already assigned" : "reserved") + ")";
        return "is now assigned " + (change.name().isEmpty() ? "without a service name" : "to " + name(change.name()))
                + was;
    }

    @Override
    public String deassigned(Change.Deassigned change) {
        return "was de-assigned" + (change.name().isEmpty() ? "" : " from " + name(change.name())) + " and is "
                + (change.now() == Status.ASSIGNED
                        ? "still assigned"
                        : "now " + change.now().word());
    }

    @Override
    public String renamed(Change.Renamed change) {
        return "was " + Sentence.of(change).predicate();
    }

    @Override
    public String reclassified(Change.Reclassified change) {
        return change.status() == Status.RESERVED
                ? "is now reserved"
                : "is now " + change.status().word() + " (was " + change.was().word() + ")";
    }

    @Override
    public String amended(Change.Amended change) {
        String service = change.name().isEmpty() ? "" : " (" + name(change.name()) + ")";
        return "was " + Sentence.how(change) + service + ": " + Sentence.columns(change.fields());
    }

    /** A service name, or that there is none. */
    static String name(String service) {
        return service.isEmpty() ? "no service name" : TerminalText.safe(service);
    }
}
