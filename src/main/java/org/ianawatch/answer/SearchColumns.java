package org.ianawatch.answer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Column.Content;
import org.ianawatch.registry.Roles;
import org.jspecify.annotations.Nullable;

/**
 * Where a search looks in the rows of a registry, by what their columns mean. Columns are named by their index, counted from 0.
 *
 * @param name that of the name
 * @param all those in which it looks, in their order, the name's among them
 * @param labels those in which words count more
 * @param remarks those that may say of which other name a name is an alias
 * @param code that of the codes, or null
 */
record SearchColumns(int name, List<Integer> all, List<Integer> labels, List<Integer> remarks, @Nullable Integer code) {
    private static final Set<Content> SEARCHED = EnumSet.of(Content.PROSE, Content.PEOPLE, Content.REFERENCE);

    /** Those of a registry. */
    static SearchColumns of(Roles roles) {
        List<Integer> labels = new ArrayList<>(roles.labels());
        int name = roles.areCoded() && !labels.isEmpty()
                ? labels.get(0)
                : roles.key().columns().get(0);
        labels.add(name);
        List<Integer> all = new ArrayList<>();
        List<Integer> remarks = new ArrayList<>();
        for (int index = 0; index < roles.columns().size(); index++) {
            Content content = roles.columns().get(index).content();
            if (labels.contains(index) || SEARCHED.contains(content)) {
                all.add(index);
            }
            if (content == Content.PROSE && !labels.contains(index)) {
                remarks.add(index);
            }
        }
        return new SearchColumns(
                name,
                List.copyOf(all),
                List.copyOf(labels),
                remarks,
                roles.key().code());
    }

    /** Those of them that are wanted; all where none is. */
    List<Integer> among(Set<Column> wanted, Roles roles) {
        return wanted.isEmpty()
                ? all
                : all.stream()
                        .filter(index -> wanted.contains(roles.columns().get(index)))
                        .toList();
    }
}
