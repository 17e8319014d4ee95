package org.ianawatch.cli.command;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** What a person gave a command, read. Immutable. */
public final class Values {
    /** By the options and arguments themselves: to hash a record takes a start its time. */
    private final IdentityHashMap<Object, List<Object>> values;

    Values(IdentityHashMap<Object, List<Object>> values) {
        this.values = new IdentityHashMap<>(values);
    }

    /** Whether the flag was given. */
    public boolean has(Option<Boolean> flag) {
        return values.containsKey(flag);
    }

    /**
     * The value that was given, or else the one unless set.
     *
     * @throws NoSuchElementException when there is neither, which no command asks for
     */
    public <T> T get(Option<T> option) {
        T found = find(option);
        if (found == null) {
            throw new NoSuchElementException(option.name() + " has no value");
        }
        return found;
    }

    /** The value that was given, or else the one unless set; null for none. */
    public <T> @Nullable T find(Option<T> option) {
        List<T> all = all(option);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** All values of a list in the order in which they were given. */
    @SuppressWarnings("unchecked") // The parser read them by the option's own reading.
    public <T> List<T> all(Option<T> option) {
        return (List<T>) values.getOrDefault(option, List.of());
    }

    /** The argument, which must be there. */
    public <T> T get(Argument<T> argument) {
        return all(argument).get(0);
    }

    /** The argument, or null. */
    public <T> @Nullable T find(Argument<T> argument) {
        List<T> all = all(argument);
        return all.isEmpty() ? null : all.get(0);
    }

    /** All arguments of that kind in the order in which they were given. */
    @SuppressWarnings("unchecked") // The parser read them by the argument's own reading.
    public <T> List<T> all(Argument<T> argument) {
        return (List<T>) values.getOrDefault(argument, List.of());
    }
}
