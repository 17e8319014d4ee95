package org.ianawatch.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.ianawatch.store.Home;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.WriterLock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that uses a store. */
final class CommonOptions {
    private static final String FOLDER = "snapshots";

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where the store is; else IANAWATCH_HOME, STATE_DIRECTORY, or snapshots/ beside the program.")
    private @Nullable Path home;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = DurationConverter.class,
            description = "How long to wait for another run; ${DEFAULT-VALUE} unless set.")
    private Duration patience = Duration.ofSeconds(30);

    @Option(names = "--verbose", description = "Show where in the program a failure came from.")
    private boolean verbose;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it.
    private HelpOption help = new HelpOption();

    /** The folder of the store. */
    Home home(Console console) {
        if (home != null) {
            return new Home(home);
        }
        for (String variable : new String[] {"IANAWATCH_HOME", "STATE_DIRECTORY"}) {
            String directory = console.environment().getOrDefault(variable, "");
            if (!directory.isEmpty()) {
                // systemd separates several by colons; the first is the service's own.
                return new Home(
                        Path.of(variable.equals("STATE_DIRECTORY") ? directory.split(":", -1)[0] : directory));
            }
        }
        return new Home(Path.of(System.getProperty("ianawatch.directory", "")).resolve(FOLDER));
    }

    /** Whether to show where in the program a failure came from. */
    boolean verbose() {
        return verbose;
    }

    /** How long to wait for another run. */
    Duration patience() {
        return patience;
    }

    /** The store, open for reading. */
    Store open(Console console) throws StoreBusyException, InterruptedException {
        return Store.open(home(console), patience);
    }

    /** Opens it even if its file is not as it was closed. */
    Store openUnchecked(Console console) throws StoreBusyException, InterruptedException {
        return Store.openUnchecked(home(console), patience);
    }

    /** The store, open for writing under a lock that the caller holds. */
    WritableStore openForWriting(Console console, WriterLock lock) throws StoreBusyException, InterruptedException {
        return WritableStore.open(lock, home(console), patience);
    }

    /** The right to write. */
    WriterLock lock(Console console, String command) throws StoreBusyException, InterruptedException {
        return WriterLock.acquire(home(console), command, console.clock().instant(), patience);
    }
}
