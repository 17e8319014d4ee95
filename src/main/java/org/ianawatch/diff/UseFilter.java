package org.ianawatch.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.ianawatch.registry.Column.Content;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Use;

/**
 * Which changes touch a use: those of its ports by its transport, or those of its service name, old or new, by its
 * transport.
 *
 * @param use what is relied on
 */
public record UseFilter(Use use) implements Predicate<Change> {
    @Override
    public boolean test(Change change) {
        Span used = use.ports();
        Span changed = change.span();
        boolean samePlace = used == null
                ? ChangeFilter.names(change).stream().anyMatch(use::isOf)
                : changed != null && changed.overlaps(used);
        return samePlace && transports(change).stream().anyMatch(use::isBy);
    }

    /** With the transport that a name without a port had before. */
    private static List<Space> transports(Change change) {
        List<Space> transports = new ArrayList<>(change.spaces());
        if (change instanceof Change.Amended amended) {
            for (FieldChange field : amended.fields()) {
                if (field.column().content() == Content.SPACE) {
                    transports.addAll(field.before().isEmpty() ? Space.ALL : List.of(Space.of(field.before())));
                }
            }
        }
        return transports;
    }
}
