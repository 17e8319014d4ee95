package org.ianawatch.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.ColumnChanges;
import org.ianawatch.diff.ComparedRegistry;
import org.ianawatch.diff.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a report for people shows, and what it says about the whole.
 *
 * @param ports the changes of ports and names, as {@link Grouping} has them
 * @param amendments the changes of what is registered about them, likewise; they come second, since there are many
 *     and the others matter more
 * @param headline how many changes of which kind there are, and between what; no full stop
 * @param remarks what is not shown, and how the header rows differ
 */
record Summary(List<List<Change>> ports, List<List<Change>> amendments, String headline, List<String> remarks) {
    /** Sorts the changes into those that are shown and those that are counted. */
    static Summary of(ChangeSet changes, ReportOptions options) {
        List<Change> shown = changes.changes().stream()
                .filter(change -> change.isTelling() || options.cosmetic())
                .toList();
        int folded = changes.changes().size() - shown.size();
        List<String> remarks = new ArrayList<>();
        if (folded > 0) {
            remarks.add(count(folded, "cosmetic change")
                    + (changes.compared() == null
                            ? " (white space, spelling of references, Modification Date)"
                            : " (white space, spelling of references, dates, people)")
                    + " not shown; --cosmetic shows "
                    + (folded == 1 ? "it" : "them"));
        }
        boolean rowsDiffer =
                !changes.removedRows().isEmpty() || !changes.addedRows().isEmpty();
        if (changes.changes().isEmpty() && rowsDiffer && !options.rows()) {
            remarks.add("rows: " + changes.removedRows().size() + " removed, "
                    + changes.addedRows().size() + " added; --rows shows them");
        }
        addColumns(changes.columns(), remarks);
        addKey(changes.compared(), remarks);
        Map<Boolean, List<List<Change>>> groups = Grouping.of(shown).stream()
                .collect(Collectors.partitioningBy(group -> group.get(0).kind() == Kind.AMENDED));
        return new Summary(
                groups.getOrDefault(false, List.of()),
                groups.getOrDefault(true, List.of()),
                headline(changes, shown, folded),
                remarks);
    }

    /** Whether no change is shown. */
    boolean showsNothing() {
        return ports.isEmpty() && amendments.isEmpty();
    }

    /** The word for people; RFC 6335 section 8.2 spells it so. */
    static String word(Kind kind) {
        return kind == Kind.DEASSIGNED ? "de-assigned" : kind.word();
    }

    private static String headline(ChangeSet changes, List<Change> shown, int folded) {
        String span = of(changes) + " from " + TerminalText.safe(changes.from().label()) + " to "
                + TerminalText.safe(changes.to().label());
        if (shown.isEmpty()) {
            return none(changes, folded) + span;
        }
        List<String> kinds = new ArrayList<>();
        for (Kind kind : Grouping.KINDS) {
            long count = shown.stream().filter(change -> change.kind() == kind).count();
            if (count > 0) {
                kinds.add(count + " " + word(kind));
            }
        }
        return count(shown.size(), "change") + " (" + String.join(", ", kinds) + ")" + span;
    }

    private static String of(ChangeSet changes) {
        ComparedRegistry compared = changes.compared();
        return compared == null || compared.id() == null ? "" : " of " + compared.id();
    }

    /** A block may be listed otherwise without any port being another. */
    private static String none(ChangeSet changes, int folded) {
        boolean rowsDiffer =
                !changes.removedRows().isEmpty() || !changes.addedRows().isEmpty();
        return folded > 0
                ? "Only cosmetic changes"
                : rowsDiffer
                        ? "No " + (changes.compared() == null ? "port" : "code") + " or name changed"
                        : "No changes";
    }

    private static void addColumns(ColumnChanges columns, List<String> remarks) {
        for (ColumnChanges.Title title : columns.renamed()) {
            remarks.add(
                    "column renamed: " + TerminalText.safe(title.before()) + " -> " + TerminalText.safe(title.after()));
        }
        for (String title : columns.added()) {
            remarks.add("column added: " + TerminalText.safe(title));
        }
        for (String title : columns.removed()) {
            remarks.add("column removed: " + TerminalText.safe(title));
        }
    }

    private static void addKey(@Nullable ComparedRegistry compared, List<String> remarks) {
        if (compared != null && !compared.roles().key().isExact()) {
            List<String> titles = compared.roles().key().columns().stream()
                    .map(column -> TerminalText.safe(
                            compared.roles().columns().get(column).title()))
                    .toList();
            remarks.add("no columns tell all rows apart; these come nearest: " + String.join(", ", titles));
        }
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
