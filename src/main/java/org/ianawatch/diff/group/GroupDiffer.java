package org.ianawatch.diff.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.RegistryDiffer;
import org.ianawatch.diff.group.Event.Kind;
import org.ianawatch.diff.group.GroupChanges.GroupSide;
import org.ianawatch.diff.group.GroupChanges.RegistryChanges;
import org.ianawatch.registry.Registry;
import org.ianawatch.xml.About;
import org.ianawatch.xml.Reference;
import org.ianawatch.xml.RegistryTable;
import org.jspecify.annotations.Nullable;

/** Says what changed between two editions of a group. The same input gives the same events and changes in the same order. */
public final class GroupDiffer {
    private final GroupEdition from;
    private final GroupEdition to;
    private final ColumnTitles titles;
    private final List<Event> events = new ArrayList<>();
    private final List<RegistryChanges> registries = new ArrayList<>();

    private GroupDiffer(GroupEdition from, GroupEdition to, ColumnTitles titles) {
        this.from = from;
        this.to = to;
        this.titles = titles;
    }

    /**
     * Everything that differs, from the older edition to the newer one of the same group.
     *
     * @param titles what columns are called in what is said of them
     */
    public static GroupChanges diff(GroupEdition from, GroupEdition to, ColumnTitles titles) {
        return new GroupDiffer(from, to, titles).diff();
    }

    private GroupChanges diff() {
        String group = to.group().id();
        compare(new Registry.Id(group, group), from.group().about(), to.group().about());
        RegistryPairs pairs =
                RegistryPairs.of(from.group().registries(), to.group().registries());
        for (RegistryTable table : pairs.added()) {
            events.add(new Event(
                    Kind.REGISTRY_ADDED, table.id(), null, table.about().title()));
        }
        for (RegistryTable table : pairs.removed()) {
            events.add(
                    new Event(Kind.REGISTRY_REMOVED, table.id(), table.about().title(), null));
        }
        for (RegistryPairs.Pair pair : pairs.same()) {
            compare(pair);
        }
        events.sort(Comparator.comparing(Event::kind));
        return new GroupChanges(group, side(from), side(to), List.copyOf(events), List.copyOf(registries));
    }

    private void compare(RegistryPairs.Pair pair) {
        RegistryTable before = pair.before();
        RegistryTable after = pair.after();
        if (pair.isRenamed()) {
            events.add(new Event(
                    Kind.REGISTRY_RENAMED,
                    after.id(),
                    before.id().name(),
                    after.id().name()));
        }
        // The root's own rows are a registry, of which the group itself has said all else already.
        if (!after.id().name().equals(to.group().id())) {
            compare(after.id(), before.about(), after.about());
        }
        if (!before.columns().equals(after.columns()) || !before.rows().equals(after.rows())) {
            ChangeSet changes = RegistryDiffer.diff(after.id(), from.of(before, titles), to.of(after, titles));
            registries.add(new RegistryChanges(after.about().title(), changes));
        }
    }

    private void compare(Registry.Id id, About before, About after) {
        add(Kind.TITLE, id, before.title(), after.title());
        add(Kind.POLICY, id, policy(before), policy(after));
        add(Kind.EXPERT, id, String.join("; ", before.experts()), String.join("; ", after.experts()));
        add(Kind.NOTE, id, notes(before), notes(after));
        add(Kind.REFERENCES, id, references(before), references(after));
    }

    private void add(Kind kind, Registry.Id id, String before, String after) {
        if (!before.equals(after)) {
            events.add(new Event(kind, id, nullIfEmpty(before), nullIfEmpty(after)));
        }
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String policy(About about) {
        return String.join(
                "; ",
                Stream.concat(
                                about.rules().stream(),
                                about.ranges().stream().map(range -> range.value() + " " + range.rule()))
                        .toList());
    }

    private static String notes(About about) {
        return String.join(
                "\n",
                Stream.concat(about.notes().stream(), about.footnotes().stream())
                        .map(note -> note.heading().isEmpty() ? note.text() : note.heading() + ": " + note.text())
                        .toList());
    }

    private static String references(About about) {
        return String.join(
                "", about.references().stream().map(Reference::inBrackets).toList());
    }

    private static GroupSide side(GroupEdition edition) {
        return new GroupSide(
                edition.label(),
                edition.sha256().digits(),
                edition.group().about().updated());
    }
}
