package org.ianawatch.cli.uses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.Dates;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.Store;

/** Tells what became of uses that were to be added. */
final class UsesAddPrinter {
    /**
     * A use that was to be added.
     *
     * @param line what was asked
     * @param before what was written down of it before
     */
    record Addition(UsesFile.Line line, Optional<SiteUse> before) {
        boolean isNew() {
            return before.isEmpty();
        }

        boolean changesNote() {
            return before.isPresent()
                    && line.note() != null
                    && !line.note().equals(before.get().note());
        }
    }

    private final Console console;
    private final boolean named;

    /**
     * A printer.
     *
     * @param named whether several uses are named, and not only counted
     */
    UsesAddPrinter(Console console, boolean named) {
        this.console = console;
        this.named = named;
    }

    void print(List<Addition> additions, Store store) {
        if (additions.size() == 1) {
            console.out().println(TerminalText.safe(sentence(additions.get(0), store)));
        } else {
            console.out().println(summary(additions));
        }
        List<String> unknown = unknown(additions, store);
        if (!unknown.isEmpty()) {
            console.say("the registry has no service named " + String.join(", ", unknown)
                    + " at present; 'uses check' tells when it has");
        }
    }

    private String summary(List<Addition> additions) {
        long added = additions.stream().filter(Addition::isNew).count();
        long noted = additions.stream().filter(Addition::changesNote).count();
        long known = additions.size() - added - noted;
        String notes = noted == 0 ? "" : ", changed " + noted + (noted == 1 ? " note" : " notes");
        String rest = known == 0 ? "" : "; " + known + (known == 1 ? " was" : " were") + " there already";
        return "Added " + added + (added == 1 ? " use" : " uses") + notes + rest + which(additions) + ".";
    }

    private String which(List<Addition> additions) {
        if (!named) {
            return "";
        }
        String note = additions.get(0).line().note();
        String uses = additions.stream()
                .map(addition -> addition.line().use().toString())
                .collect(Collectors.joining(", "));
        return ": " + TerminalText.safe(uses + (note == null || note.isEmpty() ? "" : " for " + note));
    }

    private static String sentence(Addition addition, Store store) {
        SiteUse now = store.uses().find(addition.line().use()).orElseThrow();
        if (addition.changesNote()) {
            String before = addition.before().orElseThrow().note();
            return "Changed the note of " + now.use() + " to '" + now.note() + "' (was "
                    + (before.isEmpty() ? "empty" : "'" + before + "'") + ").";
        }
        return addition.isNew()
                ? "Added " + now.use() + (now.note().isEmpty() ? "" : " for " + now.note()) + "."
                : now.label() + ": there already, since " + Dates.day(now.addedAt()) + ".";
    }

    /** The names that were added and that no row of the newest snapshot has. */
    private static List<String> unknown(List<Addition> additions, Store store) {
        TreeSet<String> names = new TreeSet<>();
        for (Addition addition : additions) {
            String service = addition.line().use().service();
            if (service != null && addition.isNew()) {
                names.add(service);
            }
        }
        Optional<SnapshotEntry> newest = store.newest();
        if (names.isEmpty() || newest.isEmpty()) {
            return List.of();
        }
        store.named(names, newest.get()).forEach(row -> names.remove(row.name().toLowerCase(Locale.ROOT)));
        return new ArrayList<>(names);
    }
}
