package org.ianawatch.sync;

import java.time.Instant;
import org.ianawatch.answer.AnswerReader;
import org.ianawatch.answer.Site;
import org.ianawatch.fetch.Validators;
import org.ianawatch.registry.Registry;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SourceState;
import org.ianawatch.store.Validated;
import org.ianawatch.store.home.StoreBusyException;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a registry before its source is asked, by the published answers: the store stays closed, so that others can use it.
 *
 * @param newest the newest snapshot, or null where there is none
 * @param validated what the source sent with the newest content, or null where it sent nothing
 * @param toCome the first snapshot that is later than the check, or null where there is none
 */
record Known(@Nullable SnapshotEntry newest, @Nullable Validated validated, @Nullable SnapshotEntry toCome) {
    private static final Known NOTHING = new Known(null, null, null);

    /** What is known of all registries, or null where there is no store yet. */
    static @Nullable Site site(Writer writer, Instant now) throws StoreBusyException, InterruptedException {
        return writer.home().hasStore() ? AnswerReader.site(writer.home(), now, writer.patience()) : null;
    }

    /** What is known of one at a time. */
    static Known of(Registry registry, Writer writer, @Nullable Site site, Instant now)
            throws StoreBusyException, InterruptedException {
        if (site == null) {
            return NOTHING;
        }
        SourceState source = site.sources().find(registry.id().toString());
        SnapshotEntry newest = source.newest().orElse(null);
        SnapshotEntry toCome = newest != null && newest.observedAt().isAfter(now)
                ? AnswerReader.open(writer.home().of(registry), now, writer.patience())
                        .firstAfter(now)
                        .orElse(null)
                : null;
        return new Known(newest, source.validated().orElse(null), toCome);
    }

    /** A server may only be asked about the very content that is the newest here. */
    Validators validators(String source) {
        return validated == null
                        || newest == null
                        || !validated.sha256().equals(newest.sha256())
                        || !validated.source().equals(source)
                ? Validators.NONE
                : new Validators(validated.entityTag(), validated.lastModified());
    }
}
