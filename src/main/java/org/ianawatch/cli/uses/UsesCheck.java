package org.ianawatch.cli.uses;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ianawatch.answer.Answers;
import org.ianawatch.cli.console.Dates;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.Kind;
import org.ianawatch.diff.UseFilter;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.report.UseSentence;
import org.ianawatch.store.RecordedChange;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.TimeToCome;
import org.jspecify.annotations.Nullable;

/**
 * What changed of this site's uses.
 *
 * @param uses all of them
 * @param findings what changed, newest snapshot first, and in port order within it
 * @param since from when on, in words
 * @param newest the newest snapshot
 */
record UsesCheck(List<SiteUse> uses, List<Finding> findings, String since, SnapshotEntry newest) {
    /**
     * A use and a change that touches it.
     *
     * @param meaning what the change means for the use, in a sentence without a full stop
     */
    record Finding(String use, String note, String meaning, int snapshot, Instant observedAt, Change change) {
        static Finding of(SiteUse siteUse, RecordedChange recorded) {
            Change change = recorded.change();
            String meaning = UseSentence.of(siteUse, change).text();
            return new Finding(
                    siteUse.use().toString(),
                    siteUse.note(),
                    meaning,
                    recorded.snapshot(),
                    recorded.observedAt(),
                    change);
        }
    }

    /**
     * Looks for what changed.
     *
     * @param since from when on; null for what changed since each use was added
     */
    static UsesCheck of(Answers answers, Since.@Nullable Moment since, SnapshotEntry newest, Instant now) {
        List<SiteUse> uses = answers.site().uses();
        Instant first = since == null ? earliest(uses, now).orElse(newest.observedAt()) : since.after();
        int known = answers.inForce(first).map(SnapshotEntry::number).orElse(0);
        List<Finding> findings = new ArrayList<>();
        for (RecordedChange recorded : answers.changes(known + 1, newest.number())) {
            for (SiteUse siteUse : uses) {
                Instant after = since == null ? after(siteUse, now) : since.after();
                if (recorded.observedAt().isAfter(after) && new UseFilter(siteUse.use()).test(recorded.change())) {
                    findings.add(Finding.of(siteUse, recorded));
                }
            }
        }
        findings.sort(Comparator.comparing(Finding::snapshot).reversed());
        return new UsesCheck(uses, findings, since == null ? sinceAdded(uses) : since.words(), newest);
    }

    /** The same with changes of these kinds alone; of all where none is named. */
    UsesCheck only(List<Kind> kinds) {
        return new UsesCheck(
                uses,
                findings.stream()
                        .filter(finding -> kinds.isEmpty()
                                || kinds.contains(finding.change().kind()))
                        .toList(),
                since,
                newest);
    }

    /** Those that differ in more than white space, the spelling of references and the Modification Date. */
    List<Finding> telling() {
        return findings.stream().filter(finding -> finding.change().isTelling()).toList();
    }

    /** A use that was added while the clock was ahead could be older than any change: all of them count. */
    private static Instant after(SiteUse use, Instant now) {
        return TimeToCome.is(use.addedAt(), now) ? Instant.EPOCH : use.addedAt();
    }

    private static Optional<Instant> earliest(List<SiteUse> uses, Instant now) {
        return uses.stream().map(use -> after(use, now)).min(Comparator.naturalOrder());
    }

    private static String sinceAdded(List<SiteUse> uses) {
        String date = uses.stream()
                .map(SiteUse::addedAt)
                .min(Comparator.naturalOrder())
                .map(Dates::day)
                .orElse("");
        boolean same = uses.stream().allMatch(use -> Dates.day(use.addedAt()).equals(date));
        return (uses.size() == 1 ? "it was added (" : "each was added (") + date + (same ? ")" : " or later)");
    }
}
