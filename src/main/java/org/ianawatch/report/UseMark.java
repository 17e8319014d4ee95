package org.ianawatch.report;

import java.util.List;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.UseFilter;
import org.ianawatch.registry.SiteUse;

/** Marks the changes that touch what this site uses: {@code used here: 272-279/tcp, lab telemetry}. */
final class UseMark {
    private UseMark() {}

    /** A mark for each use that one of the changes touches, safe for a terminal. */
    static List<String> of(List<Change> group, List<SiteUse> uses) {
        return uses.stream()
                .filter(siteUse -> group.stream().anyMatch(new UseFilter(siteUse.use())))
                .map(siteUse -> "used here: " + TerminalText.safe(siteUse.label()))
                .toList();
    }
}
