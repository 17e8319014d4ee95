package org.ianawatch.store;

import java.util.ArrayList;
import java.util.List;
import org.ianawatch.registry.Registration;
import org.ianawatch.registry.Transport;

/**
 * Registrations that a search found, of one name, ports and description: a line of its output.
 *
 * @param match how well the best of them fits
 * @param from the number of the first snapshot that has them; where one snapshot was searched, its number
 * @param until the number of the first snapshot that has them no more, {@link Integer#MAX_VALUE} for those in force now;
 *     where one snapshot was searched, the next number
 * @param registrations at least one, each as the newest snapshot among these has it
 */
public record Found(Match match, int from, int until, List<Registration> registrations) {
    /** The one that stands for all. */
    public Registration first() {
        return registrations.get(0);
    }

    /** The transports for which they speak, in their order. */
    public List<Transport> transports() {
        return registrations.stream()
                .flatMap(registration -> registration.transports().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether the newest snapshot has them no more. */
    public boolean isGone() {
        return until != RowVersions.OPEN;
    }

    Found and(Found other) {
        List<Registration> both = new ArrayList<>(registrations);
        both.addAll(other.registrations);
        return new Found(match.better(other.match), from, until, List.copyOf(both));
    }
}
