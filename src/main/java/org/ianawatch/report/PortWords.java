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
        return "is now assigned "
                + (change.service().isEmpty() ? "without a service name" : "to " + name(change.service())) + was;
    }

    @Override
    public String deassigned(Change.Deassigned change) {
        return "was de-assigned" + (change.service().isEmpty() ? "" : " from " + name(change.service())) + " and is "
                + (change.now() == Status.ASSIGNED
                        ? "still assigned"
                        : "now " + change.now().word());
    }

    @Override
    public String renamed(Change.Renamed change) {
        return "was " + Sentence.of(change).predicate();
    }

    @Override
    public String reserved(Change.Reserved change) {
        return "is now reserved";
    }

    @Override
    public String unassigned(Change.Unassigned change) {
        return "is now unassigned (was reserved)";
    }

    @Override
    public String amended(Change.Amended change) {
        String service = change.service().isEmpty() ? "" : " (" + name(change.service()) + ")";
        return "was " + Sentence.how(change) + service + ": " + Sentence.columns(change.fields());
    }

    /** A service name, or that there is none. */
    static String name(String service) {
        return service.isEmpty() ? "no service name" : TerminalText.safe(service);
    }
}
