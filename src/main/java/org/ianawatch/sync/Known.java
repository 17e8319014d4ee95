package org.ianawatch.sync;

import java.time.Instant;
import org.ianawatch.answer.AnswerReader;
import org.ianawatch.answer.Answers;
import org.ianawatch.fetch.Validators;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.Validated;
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

    /** What is known at a time. */
    static Known by(Writer writer, Instant now) throws StoreBusyException, InterruptedException {
        if (!writer.home().hasStore()) {
            return NOTHING;
        }
        Answers answers = AnswerReader.open(writer.home(), now, writer.patience());
        return new Known(
                answers.newest().orElse(null),
                answers.site().validated().orElse(null),
                answers.firstAfter(now).orElse(null));
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
