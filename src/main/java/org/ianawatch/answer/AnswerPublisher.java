package org.ianawatch.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ianawatch.registry.Registry;
import org.ianawatch.store.Publisher;
import org.ianawatch.store.Store;
import org.ianawatch.store.home.Home;

/**
 * Publishes the answers of a home, for who has its writer's lock. What it cannot write, because the disk is full or another user's,
 * is left as it was: readers see that it is older than the store, and do without it.
 */
public final class AnswerPublisher implements Publisher {
    @Override
    public boolean isCurrent(Home home) {
        try {
            StandingFile standing = StandingFile.read(home);
            return standing != null && standing.stamp().isLike(Stamp.of(home.databaseFile()));
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public void opening(Home home) {
        try {
            StandingFile standing = StandingFile.read(home);
            if (standing != null) {
                new Layout(home)
                        .prepare(new StandingFile(Stamp.ofOpen(home), standing.site()).toBytes())
                        .take();
            }
        } catch (IOException failed) {
            withdraw(home);
        }
    }

    /** What is older than the store must not be read while a writer has it open. */
    private static void withdraw(Home home) {
        try {
            Files.deleteIfExists(new Layout(home).standing());
        } catch (IOException failed) {
            // Its stamp is that of another file, and readers look at that.
        }
    }

    @Override
    public Publication read(Store store, Collection<Store> changed) {
        try {
            Layout layout = new Layout(store.home());
            Map<Registry.Id, Long> revisions = new LinkedHashMap<>();
            for (Store each : changed) {
                Registry.Id registry = each.about().id();
                revisions.put(registry, each.revision());
                layout.write(registry, each.revision(), out -> RegistryContent.write(each, out));
            }
            Layout.Place place = layout.prepare(new StandingFile(Stamp.ofOpen(store.home()), Site.of(store)).toBytes());
            return () -> take(store.home(), place, revisions);
        } catch (IOException failed) {
            return () -> {
                withdraw(store.home());
                return false;
            };
        }
    }

    private static boolean take(Home home, Layout.Place place, Map<Registry.Id, Long> revisions) {
        try {
            place.take();
            for (Map.Entry<Registry.Id, Long> each : revisions.entrySet()) {
                new Layout(home).removeFormer(each.getKey(), each.getValue());
            }
            return true;
        } catch (IOException failed) {
            withdraw(home);
            return false;
        }
    }

    @Override
    public void closed(Home home) {
        try {
            StandingFile standing = StandingFile.read(home);
            if (standing != null) {
                new Layout(home)
                        .prepare(new StandingFile(Stamp.of(home.databaseFile()), standing.site()).toBytes())
                        .take();
            }
        } catch (IOException failed) {
            // The stamp that is there is that of no file.
        }
    }
}
