package org.ianawatch.watch;

import java.time.Instant;
import java.util.Map;
import org.ianawatch.answer.Answers;
import org.ianawatch.answer.UsesByStatus;
import org.ianawatch.diff.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What the store said when it was read last.
 *
 * @param standing how the job is doing
 * @param changes how many changes of each kind the store has, cosmetic ones not counted; a kind without any may be absent
 * @param uses how many uses of this site are of each status, see {@link UsesByStatus}
 * @param firstTryAt when the first of the pending deliveries is due, or was; null where none is pending
 * @param nextTryAt when the first of those is due that were not due yet; null where there are none
 */
public record Figures(
        Standing standing,
        Map<Kind, Long> changes,
        Map<String, Long> uses,
        @Nullable Instant firstTryAt,
        @Nullable Instant nextTryAt) {
    /** There is no store yet. */
    public static final Figures NONE = new Figures(Standing.NONE, Map.of(), UsesByStatus.none(), null, null);

    static Figures of(Answers answers, Instant now) {
        return new Figures(
                Standing.of(answers, now),
                answers.changesByKind(),
                UsesByStatus.of(answers),
                answers.site().firstTryAfter(Instant.EPOCH).orElse(null),
                answers.site().firstTryAfter(now).orElse(null));
    }
}
