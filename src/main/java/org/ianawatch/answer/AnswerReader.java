package org.ianawatch.answer;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.ianawatch.registry.Registry;
import org.ianawatch.store.Store;
import org.ianawatch.store.Stores;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.WriterLock;
import org.jspecify.annotations.Nullable;

/**
 * Opens the answers of a home. Where they are those of the store's file as it is, which one look at its size and its time tells, or
 * where a writer is at work, they are read, and nobody waits. Else they are published first: by nobody but who has the writer's lock.
 * Whoever may not write there makes them for itself.
 */
public final class AnswerReader {
    /** Each time another one was published meanwhile. */
    private static final int MOST_TRIES = 10;

    private final Home home;
    private final Duration wait;

    private AnswerReader(Home home, Duration wait) {
        this.home = home;
        this.wait = wait;
    }

    /**
     * Opens the answers.
     *
     * @param now what is written down of who publishes them
     * @param wait how long to wait for a process that is writing, where nothing was published yet
     * @throws StoreBusyException when one still is then
     * @throws org.ianawatch.store.home.UnusableStoreException when there is no store, or a newer program wrote it
     * @throws org.ianawatch.store.home.UnreadableStoreException when one may not read it
     */
    public static Answers open(Home home, Instant now, Duration wait) throws StoreBusyException, InterruptedException {
        home.checkReadable();
        return new AnswerReader(home, wait).open(now);
    }

    /**
     * Reads all but the rows of registries, as {@link #open} does.
     *
     * @throws StoreBusyException when a process is writing, where nothing was published yet, and does not end
     */
    public static Site site(Home home, Instant now, Duration wait) throws StoreBusyException, InterruptedException {
        home.checkReadable();
        AnswerReader reader = new AnswerReader(home, wait);
        Site current = reader.site(reader::isCurrent);
        return current == null ? reader.open(now).site() : current;
    }

    private Answers open(Instant now) throws StoreBusyException, InterruptedException {
        Answers current = published(this::isCurrent);
        if (current != null) {
            return current;
        }
        if (WriterLock.heldHere(home).isPresent()) {
            return publish();
        }
        Optional<WriterLock> lock;
        try {
            lock = WriterLock.acquireToPublish(home, now);
        } catch (IOException notWritable) {
            return unpublished();
        }
        if (lock.isEmpty()) {
            Answers last = published(stamp -> stamp.isOfWriter(home));
            return last == null ? unpublished() : last;
        }
        try (WriterLock held = lock.get()) {
            Answers published = published(this::isCurrent);
            Answers answers = published == null ? publish() : published;
            held.withdraw();
            return answers;
        }
    }

    private boolean isCurrent(Stamp stamp) {
        try {
            return stamp.isLike(Stamp.of(home.databaseFile()));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private @Nullable Site site(Predicate<Stamp> isRight) {
        try {
            StandingFile standing = StandingFile.read(home);
            return standing == null || !isRight.test(standing.stamp()) ? null : standing.site();
        } catch (IOException | DamagedAnswersException notAsPublished) {
            return null;
        }
    }

    /**
     * What was published, or null where that is not there, is damaged, or is older than the store.
     *
     * @param isRight whether that may be read which has this stamp
     */
    private @Nullable Answers published(Predicate<Stamp> isRight) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Site site = site(isRight);
            if (site == null) {
                return null;
            }
            try {
                return new Answers(site, AnswerFile.open(file(site)), home.registry());
            } catch (NoSuchFileException removed) {
                // A writer published another one since the small file was read, which names that now.
            } catch (IOException | DamagedAnswersException notAsPublished) {
                return null;
            }
        }
        return null;
    }

    private Path file(Site site) {
        Registry.Id registry = home.registry().id();
        return new Layout(home)
                .registry(registry, site.sources().find(registry.toString()).revision());
    }

    private Answers publish() throws StoreBusyException, InterruptedException {
        try (Store store = Stores.open(home, wait)) {
            Layout layout = new Layout(home);
            Registry.Id registry = home.registry().id();
            try {
                layout.write(registry, store.revision(), out -> RegistryContent.write(store, out));
                layout.prepare(new StandingFile(Stamp.of(home.databaseFile()), Site.of(store)).toBytes())
                        .take();
                layout.removeFormer(registry, store.revision());
            } catch (IOException notWritten) {
                return Answers.of(store);
            }
        }
        Answers published = published(this::isCurrent);
        return published == null ? unpublished() : published;
    }

    private Answers unpublished() throws StoreBusyException, InterruptedException {
        try (Store store = Stores.open(home, wait)) {
            return Answers.of(store);
        }
    }
}
