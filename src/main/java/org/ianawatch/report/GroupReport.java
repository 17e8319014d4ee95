package org.ianawatch.report;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.diff.group.Event;
import org.ianawatch.diff.group.GroupChanges;
import org.ianawatch.diff.group.GroupChanges.GroupSide;
import org.ianawatch.diff.group.GroupChanges.RegistryChanges;
import org.ianawatch.registry.Column;

/** Writes what changed in a group: what became of its registries, and then the report of each whose rows changed. */
public final class GroupReport {
    private record GroupDiff(
            String group, GroupSide from, GroupSide to, List<Event> events, List<JsonReport.RegistryDiff> registries) {}

    private GroupReport() {}

    /** For programs; {@code docs/json.md} describes every key. */
    public static void writeJson(GroupChanges changes, ReportOptions options, Appendable out) throws IOException {
        List<JsonReport.RegistryDiff> registries = changes.registries().stream()
                .map(registry -> JsonReport.registry(
                        registry.changes(),
                        Objects.requireNonNull(registry.changes().compared()),
                        Optional.of(registry.title()),
                        options))
                .toList();
        Json.write(new GroupDiff(changes.group(), changes.from(), changes.to(), changes.events(), registries), out);
    }

    /** For people at a terminal. */
    public static void writeText(GroupChanges changes, ReportOptions options, Appendable out) throws IOException {
        Style style = options.style();
        List<Event> shown = changes.events().stream()
                .filter(event -> event.kind().isTelling())
                .toList();
        for (Event event : shown) {
            out.append(style.bold(event.registry().toString()))
                    .append(' ')
                    .append(predicate(event))
                    .append('\n');
            writeDetail(event, options, out);
        }
        String between = " of " + changes.group() + " from "
                + TerminalText.safe(changes.from().label()) + " to "
                + TerminalText.safe(changes.to().label());
        String gap = shown.isEmpty() ? "" : "\n";
        for (RegistryChanges registry : changes.registries()) {
            out.append(gap)
                    .append(style.bold(TerminalText.safe(registry.title())))
                    .append("\n\n");
            new TextReport().write(registry.changes(), options, out);
            gap = "\n";
        }
        if (changes.registries().isEmpty()) {
            out.append(shown.isEmpty() ? "No changes" : "\nNo changes of rows")
                    .append(between)
                    .append(".\n");
        }
        int left = changes.events().size() - shown.size();
        if (left > 0) {
            out.append(style.dim(left + (left == 1 ? " change" : " changes")
                            + " of notes and experts not shown; --format json has "
                            + (left == 1 ? "it" : "them")))
                    .append('\n');
        }
    }

    private static String predicate(Event event) {
        return switch (event.kind()) {
            case REGISTRY_ADDED -> "added: " + TerminalText.safe(String.valueOf(event.after()));
            case REGISTRY_REMOVED -> "removed: " + TerminalText.safe(String.valueOf(event.before()));
            case REGISTRY_RENAMED -> "renamed from " + TerminalText.safe(String.valueOf(event.before()));
            case TITLE -> "has another title";
            case POLICY -> "has another registration rule";
            case EXPERT -> "has other experts";
            case NOTE -> "has other notes";
            case REFERENCES -> "is defined by other documents";
        };
    }

    private static void writeDetail(Event event, ReportOptions options, Appendable out) throws IOException {
        String label =
                switch (event.kind()) {
                    case REGISTRY_ADDED, REGISTRY_REMOVED, REGISTRY_RENAMED -> "";
                    case TITLE -> "Title";
                    case POLICY -> "Rule";
                    case EXPERT -> "Expert";
                    case NOTE -> "Note";
                    case REFERENCES -> "Reference";
                };
        if (!label.isEmpty()) {
            FieldChange detail = new FieldChange(
                    Column.of(label),
                    Objects.requireNonNullElse(event.before(), ""),
                    Objects.requireNonNullElse(event.after(), ""));
            TextReport.writeDifference(detail, TextReport.INDENT + label + TextReport.GAP, options, out);
        }
    }
}
