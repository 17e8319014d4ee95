package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.List;
import org.ianawatch.made.Cells;
import org.ianawatch.made.Registries;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;

/** Changes of ports taken apart, one line for each port and transport; either said by the program or found by force. */
final class Facts {
    private Facts() {}

    /** What the changes say of cells, in alphabetical order; what is said twice stands twice. */
    static List<String> said(List<Change> changes) {
        List<String> facts = new ArrayList<>();
        for (Change change : changes) {
            String what = change.accept(new What());
            Span ports = change.span();
            if (ports == null || change.kind() == Kind.AMENDED) {
                continue;
            }
            for (int port = ports.low(); port <= ports.high(); port++) {
                for (Space transport : change.spaces()) {
                    facts.add(port + "/" + transport + " " + what);
                }
            }
        }
        facts.sort(null);
        return facts;
    }

    /** The transitions between two registries, cell by cell, in alphabetical order. */
    static List<String> found(List<Entry> before, List<Entry> after) {
        List<Entry> both = new ArrayList<>(before);
        both.addAll(after);
        List<String> facts = new ArrayList<>();
        for (int port = 0; port <= Registries.HIGHEST_PORT + 1; port++) {
            for (String transport : Cells.transports(both)) {
                for (String what : transitions(Cells.of(before, port, transport), Cells.of(after, port, transport))) {
                    facts.add(port + "/" + transport + " " + what);
                }
            }
        }
        facts.sort(null);
        return facts;
    }

    private static List<String> transitions(Cells old, Cells now) {
        List<String> gone = new ArrayList<>(old.services());
        gone.removeAll(now.services());
        List<String> come = new ArrayList<>(now.services());
        come.removeAll(old.services());
        boolean assigned = old.status().equals("assigned") && now.status().equals("assigned");
        if (assigned && gone.size() == 1 && come.size() == 1) {
            return List.of("renamed " + gone.get(0) + " to " + come.get(0));
        }
        List<String> transitions = new ArrayList<>();
        come.forEach(name -> transitions.add("assigned " + name + " was " + old.status()));
        gone.forEach(name -> transitions.add("deassigned " + name + " now " + now.status()));
        if (transitions.isEmpty() && !old.status().equals(now.status())) {
            transitions.add(now.status() + " was " + old.status());
        }
        return transitions;
    }

    private static final class What implements Change.Visitor<String> {
        @Override
        public String assigned(Change.Assigned change) {
            return "assigned " + change.name() + " was " + change.was().word();
        }

        @Override
        public String deassigned(Change.Deassigned change) {
            return "deassigned " + change.name() + " now " + change.now().word();
        }

        @Override
        public String renamed(Change.Renamed change) {
            return "renamed " + change.before() + " to " + change.name();
        }

        @Override
        public String reclassified(Change.Reclassified change) {
            return change.status().word() + " was " + change.was().word();
        }

        @Override
        public String amended(Change.Amended change) {
            return "amended " + change.name();
        }
    }
}
