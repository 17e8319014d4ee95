package org.ianawatch.answer;

import java.util.ArrayList;
import java.util.List;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.store.RowVersion;

/**
 * Registrations that a search found, of one name, ports and description: a line of its output.
 *
 * @param match how well the best of them fits
 * @param from the number of the first snapshot that has them; where one snapshot was searched, its number
 * @param until the number of the first snapshot that has them no more, {@link Integer#MAX_VALUE} for those in force now;
 *     where one snapshot was searched, the next number
 * @param registrations at least one, each as the newest snapshot among these has it
 */
public record Found(Match match, int from, int until, List<Entry> registrations) {
    /** The one that stands for all. */
    public Entry first() {
        return registrations.get(0);
    }

    /** The transports for which they speak, in their order. */
    public List<Space> transports() {
        return registrations.stream()
                .flatMap(registration -> registration.spaces().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether the newest snapshot has them no more. */
    public boolean isGone() {
        return until != RowVersion.OPEN;
    }

    Found and(Found other) {
        List<Entry> both = new ArrayList<>(registrations);
        both.addAll(other.registrations);
        return new Found(match.better(other.match), from, until, List.copyOf(both));
    }
}
