package org.ianawatch.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ianawatch.registry.Notation;
import org.ianawatch.registry.Registry;
import org.ianawatch.store.Home;
import org.ianawatch.store.Publisher;
import org.ianawatch.store.Store;

/**
 * Publishes the answers of a home, for who has its writer's lock. What it cannot write, because the disk is full or another user's,
 * is left as it was: readers see that it is older than the store, and do without it.
 */
public final class AnswerPublisher implements Publisher {
    /** A home whose writers publish. */
    public static Home home(Path directory, Registry registry) {
        return new Home(directory, registry, new AnswerPublisher());
    }

    /** Whether the answers of a home are published: those of ports alone are; those of others are made from the store when they are asked for. */
    static boolean publishes(Home home) {
        return home.registry().roles().notation() == Notation.PORTS;
    }

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
                        .prepare(new StandingFile(Stamp.ofOpen(), standing.site()))
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
    public Publication read(Store store, boolean isWhole) {
        if (!publishes(store.home())) {
            // Whatever else is published counts as older than the store then, and the next reader sees to it.
            return () -> false;
        }
        try {
            List<Layout.Place> places = new ArrayList<>();
            Layout layout = new Layout(store.home());
            if (isWhole) {
                places.add(layout.prepare(store.home().registry().id(), out -> RegistryContent.write(store, out)));
            }
            places.add(layout.prepare(new StandingFile(Stamp.ofOpen(), Site.of(store))));
            return () -> take(store.home(), places);
        } catch (IOException failed) {
            return () -> {
                withdraw(store.home());
                return false;
            };
        }
    }

    private static boolean take(Home home, List<Layout.Place> places) {
        try {
            for (Layout.Place place : places) {
                place.take();
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
                        .prepare(new StandingFile(Stamp.of(home.databaseFile()), standing.site()))
                        .take();
            }
        } catch (IOException failed) {
            // The stamp that is there is that of no file.
        }
    }
}
