package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Edition;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Registry;
import org.ianawatch.registry.RoleFinder;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Table;
import org.jspecify.annotations.Nullable;

/** Says what changed between two editions of any registry; what its columns mean is found in the two together. */
public final class RegistryDiffer {
    private static final Pattern DATE = Pattern.compile("(?:.*[/\\\\])?(\\d{4}-\\d\\d-\\d\\d)[^/\\\\]*");

    private RegistryDiffer() {}

    /**
     * Everything that differs, from the older edition to the newer one. The same input gives the same changes in the same order.
     *
     * @param id what the registry is known by, or null
     */
    public static ChangeSet diff(Registry.@Nullable Id id, Edition from, Edition to) {
        MatchedColumns matched = MatchedColumns.of(from.table(), to.table());
        RoleFinder.Found found =
                RoleFinder.find(from.table().under(matched.before()), to.table().under(matched.after()));
        List<Entry> before = entries(from.table(), found.older(), matched.before());
        List<Entry> after = entries(to.table(), found.newer(), matched.after());
        RowDifference rows = RowDifference.between(before, after);
        // A new column changes no row, but the file has other rows.
        RowDifference whole = RowDifference.between(whole(before), whole(after));
        Wordings wordings = new Wordings(found.newer(), date(to.label()));
        return new ChangeSet(
                side(from),
                side(to),
                matched.changes(),
                wordings.of(Differ.ofRows(rows, before, after, found.newer())),
                whole.removed(),
                whole.added(),
                new ComparedRegistry(id, found.newer()));
    }

    private static List<Entry> entries(Table table, Roles roles, List<Integer> columns) {
        boolean areAll = table.titles().equals(titles(roles))
                && IntStream.range(0, columns.size()).boxed().toList().equals(columns);
        Roles whole = areAll ? roles : roles.among(table.titles(), columns);
        List<Entry> entries = new ArrayList<>(table.rows().size());
        for (List<String> row : table.rows()) {
            Entry entry = Entry.of(whole, row.toArray(String[]::new));
            entries.add(areAll ? entry : entry.under(roles, columns));
        }
        return entries;
    }

    private static List<Entry> whole(List<Entry> rows) {
        return rows.stream().map(Entry::whole).toList();
    }

    private static List<String> titles(Roles roles) {
        return roles.columns().stream().map(Column::title).toList();
    }

    private static Side side(Edition edition) {
        return new Side(
                edition.label(), edition.sha256(), edition.table().rows().size());
    }

    /** The date with which a file's name begins, or null. */
    private static @Nullable String date(String label) {
        Matcher date = DATE.matcher(label);
        return date.matches() ? date.group(1) : null;
    }
}
