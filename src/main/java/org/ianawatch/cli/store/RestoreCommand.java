package org.ianawatch.cli.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.Trouble;
import org.ianawatch.answer.AnswerPublisher;
import org.ianawatch.cli.command.Argument;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.Readings;
import org.ianawatch.cli.console.SharedOptions;
import org.ianawatch.cli.console.UnreadableFileException;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.ports.ServiceName;
import org.ianawatch.store.backup.BackupManifest;
import org.ianawatch.store.backup.Restoration;
import org.ianawatch.store.backup.RestoredWords;
import org.ianawatch.store.backup.UnusableBackupException;
import org.ianawatch.store.home.FileReason;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.WriterLock;
import org.ianawatch.sync.Refusal;

/** {@code ianawatch restore}: what a backup holds, stored again. */
public final class RestoreCommand {
    private static final Argument<Path> FILE = Argument.one("FILE", Readings::path, "What 'ianawatch backup' wrote.");
    private static final Option<Boolean> REPLACE = Option.flag("--replace", "Replace the store that is there.");
    public static final Command COMMAND = Command.named("restore", "Bring a backup back, of either form.")
            .argument(FILE)
            .options(REPLACE, SharedOptions.QUIET)
            .groups(CommonOptions.GROUPS)
            .notes(
                    "It is verified as a whole before it takes its place. A store that is there is replaced with --replace alone, and is kept beside it.")
            .exits(ExitCode.DONE, "the backup is the store")
            .exits(ExitCode.UNREADABLE, "the file is no whole backup; nothing changed")
            .example("ianawatch restore ianawatch.zip")
            .example("ianawatch restore --home /var/lib/ianawatch --replace ianawatch.zip")
            .build();

    private final Path file;
    private final boolean replace;
    private final boolean quiet;
    private final CommonOptions common;

    private final Console console;

    public RestoreCommand(Console console, Values values) {
        this.console = console;
        this.file = values.get(FILE);
        this.replace = values.has(REPLACE);
        this.quiet = values.has(SharedOptions.QUIET);
        this.common = new CommonOptions(values);
    }

    public int run() throws StoreBusyException, UnreadableFileException, UnusableBackupException, InterruptedException {
        checkFile();
        String restored;
        try (WriterLock lock = common.lock(console, "restore")) {
            try {
                restored = restore(lock, common.home(console));
            } catch (UnusableBackupException | StoreBusyException | InterruptedException | RuntimeException refused) {
                lock.withdraw();
                throw refused;
            }
        }
        if (!quiet) {
            console.out().println(restored);
        }
        return ExitCode.DONE;
    }

    private void checkFile() throws UnreadableFileException {
        try {
            if (Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
                return;
            }
        } catch (NoSuchFileException notThere) {
            throw noFile();
        } catch (IOException unreadable) {
            throw new UnreadableFileException("cannot read " + file + ": " + FileReason.of(unreadable), unreadable);
        }
        throw noFile();
    }

    private UsageException noFile() {
        return new UsageException(
                file + " is no file: name one that 'ianawatch backup' wrote; standard input is not taken");
    }

    private static RestoredWords words() {
        return new RestoredWords(
                Arrays.stream(Refusal.Reason.values()).map(Refusal.Reason::word).toList(),
                Arrays.stream(Message.Kind.values()).map(Message.Kind::word).toList(),
                Arrays.stream(Trouble.Kind.values()).map(Trouble.Kind::word).toList(),
                ServiceName::isAllowed,
                ServiceName.RULE + " (RFC 6335 section 5.1)");
    }

    private String restore(WriterLock lock, Home home)
            throws StoreBusyException, UnusableBackupException, InterruptedException {
        boolean replaces = home.hasDatabase();
        if (replaces && !replace) {
            throw new UsageException("there is a store in " + home.directory()
                    + " already: replace it with --replace, or name another folder with --home");
        }
        Restoration restoration = new Restoration(
                lock, home, new AnswerPublisher(), words(), console.clock().instant());
        BackupManifest manifest = restoration.restore(file);
        return String.format(
                Locale.ROOT,
                "Restored %,d snapshots as of %s, every SHA-256 as recorded.%s",
                manifest.snapshots(),
                manifest.createdAt().truncatedTo(ChronoUnit.SECONDS),
                replaces ? " What was there is " + restoration.replaced() + "." : "");
    }
}
