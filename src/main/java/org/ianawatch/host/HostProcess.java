package org.ianawatch.host;

import java.util.Comparator;

/**
 * A process that holds a socket.
 *
 * @param name as the machine has it, often cut after 9 or 15 characters; empty where only the id is known
 * @param id the process id
 */
public record HostProcess(String name, long id) implements Comparable<HostProcess> {
    @Override
    public int compareTo(HostProcess other) {
        return Comparator.comparing(HostProcess::name)
                .thenComparing(HostProcess::id)
                .compare(this, other);
    }
}
