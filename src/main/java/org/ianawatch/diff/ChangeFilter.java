package org.ianawatch.diff;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.ianawatch.registry.Span;
import org.jspecify.annotations.Nullable;

/**
 * Which changes are wanted. What is empty restricts nothing.
 *
 * @param ports a change must touch one of them
 * @param kinds a change must be one of them
 * @param services a change must have a service name, old or new, that is like one of them
 */
public record ChangeFilter(List<Span> ports, Set<Kind> kinds, List<Glob> services) implements Predicate<Change> {
    private static final Change.Visitor<List<String>> NAMES = new Change.Visitor<>() {
        @Override
        public List<String> assigned(Change.Assigned change) {
            return List.of(change.name());
        }

        @Override
        public List<String> deassigned(Change.Deassigned change) {
            return List.of(change.name());
        }

        @Override
        public List<String> renamed(Change.Renamed change) {
            return List.of(change.before(), change.name());
        }

        @Override
        public List<String> reclassified(Change.Reclassified change) {
            return List.of();
        }

        @Override
        public List<String> amended(Change.Amended change) {
            return List.of(change.name());
        }
    };

    /** Whether it restricts nothing. */
    public boolean isEmpty() {
        return ports.isEmpty() && kinds.isEmpty() && services.isEmpty();
    }

    @Override
    public boolean test(Change change) {
        return (ports.isEmpty() || touches(change.span()))
                && (kinds.isEmpty() || kinds.contains(change.kind()))
                && (services.isEmpty() || names(change).stream().anyMatch(this::isWanted));
    }

    /** The names that a change is about, old and new; those of rows without a name are empty. */
    public static List<String> names(Change change) {
        return change.accept(NAMES);
    }

    private boolean touches(@Nullable Span changed) {
        return changed != null && ports.stream().anyMatch(changed::overlaps);
    }

    private boolean isWanted(String name) {
        return services.stream().anyMatch(glob -> glob.matches(name));
    }
}
