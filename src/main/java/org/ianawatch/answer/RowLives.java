package org.ianawatch.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ianawatch.diff.Glob;
import org.ianawatch.registry.Span;
import org.ianawatch.store.RowVersion;

/** Reads the lives of rows. */
final class RowLives {
    private final Rows rows;
    private final NameIndex names;
    private final Snapshots snapshots;

    RowLives(Rows rows, NameIndex names, Snapshots snapshots) {
        this.rows = rows;
        this.names = names;
        this.snapshots = snapshots;
    }

    List<RowLife> of(Span ports) {
        return merged(LifeWeaver.lives(rows.touching(ports), snapshots));
    }

    List<RowLife> of(Glob name) {
        Set<Span> ports = new LinkedHashSet<>();
        List<RowVersion> withoutPort = new ArrayList<>();
        for (RowVersion version : rows.versions(names.like(name))) {
            Span range = version.registration().span();
            if (range == null) {
                withoutPort.add(version);
            } else {
                ports.add(range);
            }
        }
        List<RowLife> lives = new ArrayList<>(LifeWeaver.lives(withoutPort, snapshots));
        for (Span range : ports) {
            List<RowVersion> exactly = rows.touching(range).stream()
                    .filter(version -> range.equals(version.registration().span()))
                    .toList();
            LifeWeaver.lives(exactly, snapshots).stream()
                    .filter(life -> life.versions().stream()
                            .anyMatch(version -> name.matches(version.record().name())))
                    .forEach(lives::add);
        }
        return merged(lives);
    }

    /** The rows of several transports that lived alike as one, in port order. */
    private static List<RowLife> merged(List<RowLife> lives) {
        List<RowLife> merged = new ArrayList<>();
        for (RowLife life : lives.stream().sorted(LifeWeaver.PORT_ORDER).toList()) {
            int alike = merged.size() - 1;
            while (alike >= 0
                    && Objects.equals(merged.get(alike).ports(), life.ports())
                    && !merged.get(alike).isLike(life)) {
                alike--;
            }
            if (alike >= 0 && merged.get(alike).isLike(life)) {
                merged.set(alike, merged.get(alike).and(life));
            } else {
                merged.add(life);
            }
        }
        return merged;
    }
}
