package org.ianawatch.alert;

import java.util.List;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.UseFilter;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.report.UseSentence;
import org.jspecify.annotations.Nullable;

/**
 * What changes mean for what a site relies on.
 *
 * @param uses what it relies on
 */
public record UseMeaning(List<SiteUse> uses) {
    /** What the change means for the first use that it touches, in one line; null where it touches none. */
    public @Nullable String of(Change change) {
        return uses.stream()
                .filter(siteUse -> new UseFilter(siteUse.use()).test(change))
                .map(siteUse -> UseSentence.of(siteUse, change).text())
                .findFirst()
                .orElse(null);
    }
}
