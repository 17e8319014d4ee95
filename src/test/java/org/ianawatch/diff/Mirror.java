package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.List;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Space;

/** What changes say of rows and names, and what the changes of the other way round must say. */
final class Mirror implements Change.Visitor<String> {
    private final boolean reversed;

    private Mirror(boolean reversed) {
        this.reversed = reversed;
    }

    /** What the other way round must say, one line for each port and transport or row. */
    static List<String> of(List<Change> changes) {
        return lines(changes, new Mirror(true));
    }

    /** What the changes say, in the same words. */
    static List<String> plain(List<Change> changes) {
        return lines(changes, new Mirror(false));
    }

    private static List<String> lines(List<Change> changes, Mirror mirror) {
        List<String> lines = new ArrayList<>();
        for (Change change : changes) {
            String what = change.accept(mirror);
            if (isMove(change)) {
                lines.add(what);
                continue;
            }
            for (Space transport : change.spaces()) {
                if (change.span() == null || change.kind() == Kind.AMENDED) {
                    lines.add(change.span() + "/" + transport + " " + what);
                } else {
                    for (int port = change.span().low(); port <= change.span().high(); port++) {
                        lines.add(port + "/" + transport + " " + what);
                    }
                }
            }
        }
        lines.sort(null);
        return lines;
    }

    /** A name without a port that moves is on other transports the other way round. */
    private static boolean isMove(Change change) {
        return change instanceof Change.Amended amended
                && amended.fields().stream().anyMatch(field -> field.column().equals(PortRegistry.TRANSPORT_PROTOCOL));
    }

    @Override
    public String assigned(Change.Assigned change) {
        return (reversed ? "deassigned " : "assigned ") + change.name() + " " + change.was();
    }

    @Override
    public String deassigned(Change.Deassigned change) {
        return (reversed ? "assigned " : "deassigned ") + change.name() + " " + change.now();
    }

    @Override
    public String renamed(Change.Renamed change) {
        return reversed
                ? "renamed " + change.name() + " " + change.before()
                : "renamed " + change.before() + " " + change.name();
    }

    @Override
    public String reclassified(Change.Reclassified change) {
        return (reversed ? change.was() : change.status()).word();
    }

    @Override
    public String amended(Change.Amended change) {
        List<FieldChange> fields = change.fields().stream()
                .map(field -> reversed ? new FieldChange(field.column(), field.after(), field.before()) : field)
                .toList();
        return "amended " + change.name() + " " + fields;
    }
}
