package org.ianawatch.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.ianawatch.registry.Column.Content;
import org.ianawatch.registry.Entry;
import org.ianawatch.store.RowVersion;
import org.jspecify.annotations.Nullable;

/**
 * Joins row versions to lives: where one ends and another begins at the same snapshot, the other continues it if it says
 * the same (the row moved within the file), or has the same name, ports and transport, or is the only one of these ports
 * and this transport. Not thread safe; for one use.
 */
final class LifeWeaver {
    private static final class Strand {
        private final List<RowStep> steps = new ArrayList<>();
        private int until;

        Entry registration() {
            return steps.get(steps.size() - 1).record();
        }
    }

    private final List<Strand> strands = new ArrayList<>();
    private final Snapshots snapshots;

    private LifeWeaver(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** The lives of the versions, which are in the order of their files. */
    static List<RowLife> lives(List<RowVersion> versions, Snapshots snapshots) {
        LifeWeaver weaver = new LifeWeaver(snapshots);
        for (int snapshot :
                new TreeSet<>(versions.stream().map(RowVersion::from).toList())) {
            weaver.pass(
                    snapshot,
                    versions.stream()
                            .filter(version -> version.from() == snapshot)
                            .toList());
        }
        return weaver.strands.stream()
                .map(strand -> RowLife.of(strand.steps, strand.until, snapshots))
                .toList();
    }

    private void pass(int snapshot, List<RowVersion> begun) {
        List<Strand> ended = new ArrayList<>(
                strands.stream().filter(strand -> strand.until == snapshot).toList());
        List<RowVersion> waiting = new ArrayList<>(begun);
        waiting.removeIf(version -> isContinued(version, ended, Entry::equals));
        waiting.removeIf(version -> isContinued(version, ended, LifeWeaver::isSameIdentity));
        List<RowVersion> alone = waiting.stream()
                .filter(version -> isAlone(version, ended, waiting))
                .toList();
        waiting.removeIf(version -> alone.contains(version) && isContinued(version, ended, LifeWeaver::isSamePlace));
        for (RowVersion version : waiting) {
            Strand strand = new Strand();
            add(null, version, strand);
            strands.add(strand);
        }
    }

    private boolean isContinued(RowVersion version, List<Strand> ended, BiPredicate<Entry, Entry> continues) {
        for (Strand strand : ended) {
            Entry before = strand.registration();
            if (continues.test(before, version.registration())) {
                if (!before.equals(version.registration())) {
                    add(before, version, strand);
                }
                strand.until = version.until();
                ended.remove(strand);
                return true;
            }
        }
        return false;
    }

    private void add(@Nullable Entry before, RowVersion version, Strand strand) {
        Instant observedAt = snapshots.observedAt(version.from());
        strand.steps.add(RowStep.after(before, version.from(), observedAt, version.registration()));
        strand.until = version.until();
    }

    /** Whether no other row of its place ends or begins, so that it can only be the one that was there. */
    private static boolean isAlone(RowVersion version, List<Strand> ended, List<RowVersion> begun) {
        Entry row = version.registration();
        return ended.stream()
                                .filter(strand -> isSamePlace(strand.registration(), row))
                                .count()
                        == 1
                && begun.stream()
                                .filter(other -> isSamePlace(other.registration(), row))
                                .count()
                        == 1;
    }

    private static boolean isSameIdentity(Entry one, Entry other) {
        return one.name().equals(other.name()) && isSamePlace(one, other);
    }

    /** A name without a port has no place but its name. */
    private static boolean isSamePlace(Entry one, Entry other) {
        return Objects.equals(one.span(), other.span())
                && one.value(Content.SPACE).equals(other.value(Content.SPACE))
                && (one.span() != null || one.name().equals(other.name()));
    }

    static final Comparator<RowLife> PORT_ORDER = Comparator.comparing(
                    RowLife::ports, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(life -> life.versions().get(0).snapshot())
            .thenComparing(life -> life.transports().get(0));
}
