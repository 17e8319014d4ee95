package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.ianawatch.made.Tables;
import org.ianawatch.registry.Edition;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Status;

/** What became of each code and each name, one line for each; either said by the program or found by force. */
final class RegistryFacts {
    private RegistryFacts() {}

    /** What the changes say, in alphabetical order; of names a renaming is one that went and one that came. */
    static List<String> said(ChangeSet set) {
        List<String> facts = new ArrayList<>();
        for (Change change : set.changes()) {
            if (change instanceof Change.Amended) {
                continue;
            }
            Wording wording = Objects.requireNonNull(change.wording());
            boolean isRenamedName = change.span() == null && change instanceof Change.Renamed;
            List<String> whats = isRenamedName ? List.of() : List.of(change.accept(new What()));
            if (change.span() == null) {
                if (change instanceof Change.Renamed renamed) {
                    facts.add(renamed.before() + ": deassigned " + renamed.before() + " now unassigned");
                    facts.add(renamed.name() + ": assigned " + renamed.name() + " was unassigned");
                }
                whats.forEach(
                        what -> facts.add(place(wording.scope().values().toString(), wording.value(), set) + what));
                continue;
            }
            for (int code = change.span().low(); code <= change.span().high(); code++) {
                String place = place(wording.scope().values().toString(), Integer.toString(code), set);
                whats.forEach(what -> facts.add(place + what));
            }
        }
        facts.sort(null);
        return facts;
    }

    /** The same by force: every code of every scope, and every text of a row without a code. */
    static List<String> found(Edition from, Edition to, ChangeSet set) {
        List<Entry> before = entries(from, set);
        List<Entry> after = entries(to, set);
        List<String> facts = new ArrayList<>();
        Set<String> scopes = new TreeSet<>();
        Set<String> texts = new TreeSet<>();
        for (List<Entry> side : List.of(before, after)) {
            for (Entry row : side) {
                scopes.add(scope(row));
                texts.add(row.text());
            }
        }
        for (String scope : scopes) {
            for (int code = 0; code <= Tables.HIGHEST_CODE + 1; code++) {
                int wanted = code;
                facts.addAll(transitions(
                        place(scope, Integer.toString(code), set),
                        before.stream().filter(row -> isAt(row, scope, wanted)).toList(),
                        after.stream().filter(row -> isAt(row, scope, wanted)).toList()));
            }
            for (String text : texts) {
                facts.addAll(transitions(
                        place(scope, text, set),
                        before.stream().filter(row -> isText(row, scope, text)).toList(),
                        after.stream().filter(row -> isText(row, scope, text)).toList()));
            }
        }
        facts.sort(null);
        return facts;
    }

    /** The rows of an edition, all columns of which both editions have. */
    private static List<Entry> entries(Edition edition, ChangeSet set) {
        Roles roles = Objects.requireNonNull(set.compared()).roles();
        return edition.table().rows().stream()
                .map(row -> Entry.of(roles, row.toArray(String[]::new)))
                .toList();
    }

    private static String place(String scope, String value, ChangeSet set) {
        boolean areCoded = Objects.requireNonNull(set.compared()).roles().areCoded();
        return (areCoded && !scope.equals("[]") ? scope + " " : "") + value + ": ";
    }

    private static String scope(Entry row) {
        if (!row.roles().areCoded()) {
            return "[]";
        }
        return row.roles().key().scope().stream()
                .map(row.values()::get)
                .toList()
                .toString();
    }

    private static boolean isAt(Entry row, String scope, int code) {
        return scope(row).equals(scope) && row.spans().stream().anyMatch(span -> span.contains(code));
    }

    private static boolean isText(Entry row, String scope, String text) {
        return row.spans().isEmpty() && scope(row).equals(scope) && row.text().equals(text);
    }

    private static List<String> transitions(String place, List<Entry> before, List<Entry> after) {
        Status was = status(before);
        Status now = status(after);
        List<String> gone = names(before);
        gone.removeAll(names(after));
        List<String> come = names(after);
        come.removeAll(names(before));
        boolean haveCodes = before.stream().anyMatch(row -> !row.spans().isEmpty());
        if (haveCodes && was == Status.ASSIGNED && now == was && gone.size() == 1 && come.size() == 1) {
            return List.of(place + "renamed " + gone.get(0) + " to " + come.get(0));
        }
        List<String> transitions = new ArrayList<>();
        come.forEach(name -> transitions.add(place + "assigned " + name + " was " + was.word()));
        gone.forEach(name -> transitions.add(place + "deassigned " + name + " now " + now.word()));
        if (transitions.isEmpty() && was != now) {
            transitions.add(place + now.word() + " was " + was.word());
        }
        return transitions;
    }

    private static Status status(List<Entry> rows) {
        return rows.stream().map(Entry::status).max(Status::compareTo).orElse(Status.UNASSIGNED);
    }

    private static List<String> names(List<Entry> rows) {
        return new ArrayList<>(rows.stream()
                .filter(row -> row.status() == Status.ASSIGNED)
                .map(Entry::name)
                .distinct()
                .toList());
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
            throw new IllegalArgumentException("is of a row, not of a code");
        }
    }
}
