package org.ianawatch.cli.console;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.ianawatch.answer.AnswerPublisher;
import org.ianawatch.answer.AnswerReader;
import org.ianawatch.answer.Answers;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.OptionGroup;
import org.ianawatch.cli.command.Values;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.Store;
import org.ianawatch.store.Stores;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.WaitListener;
import org.ianawatch.store.home.WriterLock;
import org.jspecify.annotations.Nullable;

/** The options of every command that uses a store. */
public final class CommonOptions {
    private static final String FOLDER = "snapshots";

    static final Option<Path> HOME = Option.of(
            "--home",
            "DIR",
            Readings::path,
            "Where the store is; else IANAWATCH_HOME, STATE_DIRECTORY, or snapshots/ beside the program.");
    static final Option<Duration> PATIENCE = Option.of(
                    "--wait", "TIME", Durations::parse, "How long to wait for another run; 30s unless set.")
            .unlessSet("30s");
    /** The options, under their title. */
    public static final OptionGroup STORE = new OptionGroup("The store", List.of(HOME, PATIENCE));
    /** With those of every command. */
    public static final List<OptionGroup> GROUPS = List.of(STORE, GeneralOptions.GROUP);

    private final @Nullable Path home;
    private final Duration patience;

    /** From the values of the options. */
    public CommonOptions(Values values) {
        this.home = values.find(HOME);
        this.patience = values.get(PATIENCE);
    }

    /** The folder of the store. */
    public Home home(Console console) {
        if (home != null) {
            return new Home(home, PortRegistry.REGISTRY);
        }
        for (String variable : new String[] {"IANAWATCH_HOME", "STATE_DIRECTORY"}) {
            String directory = console.environment().getOrDefault(variable, "");
            if (!directory.isEmpty()) {
                // systemd separates several by colons; the first is the service's own.
                return new Home(
                        Path.of(variable.equals("STATE_DIRECTORY") ? directory.split(":", -1)[0] : directory),
                        PortRegistry.REGISTRY);
            }
        }
        return new Home(Path.of(System.getProperty("ianawatch.directory", "")).resolve(FOLDER), PortRegistry.REGISTRY);
    }

    /** How long to wait for another run. */
    public Duration patience() {
        return patience;
    }

    /** What readers ask for, without the store. */
    public Answers answers(Console console) throws StoreBusyException, InterruptedException {
        return AnswerReader.open(home(console), console.clock().instant(), patience);
    }

    /** The store, open for reading. */
    public Store open(Console console) throws StoreBusyException, InterruptedException {
        return Stores.open(home(console), patience);
    }

    /** Opens it even if its file is not as it was closed. */
    public Store openUnchecked(Console console) throws StoreBusyException, InterruptedException {
        return Stores.openUnchecked(home(console), patience);
    }

    /** The store, open for writing under a lock that the caller holds. */
    public WritableStore openForWriting(Console console, WriterLock lock)
            throws StoreBusyException, InterruptedException {
        return WritableStore.open(lock, home(console), new AnswerPublisher(), patience);
    }

    /**
     * Has work done that changes the store.
     *
     * @param command what is done, for the message that others get
     */
    public <T> T write(Console console, String command, Function<WritableStore, T> work)
            throws StoreBusyException, InterruptedException {
        try (WriterLock lock = lock(console, command);
                WritableStore store = openForWriting(console, lock)) {
            return work.apply(store);
        }
    }

    /** The right to write. */
    public WriterLock lock(Console console, String command) throws StoreBusyException, InterruptedException {
        return WriterLock.acquire(home(console), command, console.clock().instant(), patience, waits(console));
    }

    /** Says to a person who waits at a terminal, or wants to know all, for whom. */
    public WaitListener waits(Console console) {
        Manners manners = console.manners();
        return manners.isVerbose() || (console.errorIsTerminal() && !manners.isQuiet())
                ? holder -> console.say("waiting for " + TerminalText.safe(holder))
                : WaitListener.NONE;
    }
}
