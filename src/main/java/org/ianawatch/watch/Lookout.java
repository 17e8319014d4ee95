package org.ianawatch.watch;

import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.ianawatch.answer.AnswerReader;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;

/** Reads the store, and sees when it was changed since, by whomever. Not for several threads. */
public final class Lookout {
    /** Every writer leaves the file with another time of change. */
    private record Stamp(long changedAtMilliseconds, long bytes) {
        static Stamp of(File file) {
            return new Stamp(file.lastModified(), file.length());
        }
    }

    private final Home home;
    private final Duration patience;
    private final Clock clock;
    private Stamp stamp = new Stamp(0, 0);

    /**
     * A lookout that has read nothing yet.
     *
     * @param patience how long to wait for a process that is writing
     */
    public Lookout(Home home, Duration patience, Clock clock) {
        this.home = home;
        this.patience = patience;
        this.clock = clock;
    }

    /** Whether the store is not as it was when it was read last, or could not be read. */
    boolean hasChanged() {
        return !stamp.equals(Stamp.of(home.databaseFile().toFile()));
    }

    /** Reads the store, where there is one. */
    Figures read() throws StoreBusyException, InterruptedException {
        stamp = Stamp.of(home.databaseFile().toFile());
        if (!home.hasStore()) {
            return Figures.NONE;
        }
        Instant now = clock.instant();
        return Figures.of(AnswerReader.open(home, now, patience), now);
    }
}
