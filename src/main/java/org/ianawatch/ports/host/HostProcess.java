package org.ianawatch.ports.host;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A process that holds a socket.
 *
 * @param name as the machine has it, often cut after 9 or 15 characters; null where only the id is known
 * @param id the process id
 */
public record HostProcess(@Nullable String name, long id) implements Comparable<HostProcess> {
    private static final String NO_NAME = "(no name)";

    /**
     * A process whose name is known. One that has given itself a blank name is no unknown one: the name resembles no
     * service.
     */
    static HostProcess named(String name, long id) {
        return new HostProcess(name.isBlank() ? NO_NAME : name, id);
    }

    /** The name, or nothing where only the id is known. */
    public String shownName() {
        return Objects.requireNonNullElse(name, "");
    }

    /** In the manner of a log: {@code nginx[812]}. */
    @Override
    public String toString() {
        return shownName() + "[" + id + "]";
    }

    @Override
    public int compareTo(HostProcess other) {
        return Comparator.comparing(HostProcess::shownName)
                .thenComparing(HostProcess::id)
                .compare(this, other);
    }
}
