package org.ianawatch.report;

import org.ianawatch.diff.Change;
import org.ianawatch.registry.Status;
import org.ianawatch.registry.Use;

/**
 * What happened to a service name that somebody uses, as the predicate of a sentence.
 *
 * @param use of the name
 */
record NameWords(Use use) implements Change.Visitor<String> {
    @Override
    public String assigned(Change.Assigned change) {
        return "is now assigned " + place(change);
    }

    @Override
    public String deassigned(Change.Deassigned change) {
        String now = change.span() == null
                ? ""
                : change.now() == Status.ASSIGNED
                        ? ", which is still assigned"
                        : ", which is now " + change.now().word();
        return "was de-assigned" + (change.span() == null ? " " : " from ") + place(change) + now;
    }

    @Override
    public String renamed(Change.Renamed change) {
        return use.isOf(change.before())
                ? "was renamed to " + PortWords.name(change.name()) + " on " + place(change)
                : "is now the name on " + place(change) + " (was " + PortWords.name(change.before()) + ")";
    }

    @Override
    public String reclassified(Change.Reclassified change) {
        throw withoutName(change);
    }

    @Override
    public String amended(Change.Amended change) {
        return "was " + Sentence.how(change) + (change.span() == null ? " " : " on ") + place(change) + ": "
                + Sentence.columns(change.fields());
    }

    private static String place(Change change) {
        return change.span() == null
                ? "without a port (" + SubjectWords.by(change.spaces()) + ")"
                : SubjectWords.of(change.span(), change.spaces(), "");
    }

    private static IllegalArgumentException withoutName(Change change) {
        return new IllegalArgumentException("'" + Sentence.of(change) + "' is about no service name");
    }
}
