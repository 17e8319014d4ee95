package org.ianawatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ianawatch.config.WrittenText;
import org.ianawatch.store.FileReason;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.WriterLock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ianawatch uses add}: what this site relies on. */
@Command(
        name = "add",
        description = "Write down that this site relies on ports or a service name; again, to change the note.",
        sortOptions = false,
        footer = {
            "",
            "Without a transport a use is for all. After the first use, what has no form of a use begins the note",
            "of all; only where all that follows are names of services, they are uses. With --note every word is",
            "a use. All are added, or none. A file has one use on a line with its note, and # before comments;",
            "what 'uses list --format csv' writes is such a file.",
            "",
            "Examples:",
            "  ianawatch uses add 272-279/tcp \"lab telemetry\"",
            "  ianawatch uses add 278",
            "  ianawatch uses add ntp/udp \"clocks of the plant\"",
            "  ianawatch uses add 278/tcp 9000-9010 ssh --note \"lab telemetry\"",
            "  ianawatch uses add --file uses.txt"
        })
final class UsesAddCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Parameters(
            arity = "0..*",
            paramLabel = "USE|NOTE",
            description = "Ports (278, 272-279/tcp) or service names (ssh, ntp/udp), and what for, in a few words; the"
                    + " note of a use that is there stays without one.")
    private List<String> words = List.of();

    @Option(names = "--note", paramLabel = "TEXT", description = "What for; then every other word is a use.")
    private @Nullable String note;

    @Option(names = "--file", paramLabel = "FILE|-", description = "Add the uses of this file; - is standard input.")
    private @Nullable String file;

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Console console;

    UsesAddCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, StoreBusyException, InterruptedException {
        if (words.isEmpty() == (file == null) || (note != null && file != null)) {
            throw new UsageException(
                    "uses add takes either uses and their note (272-279/tcp \"lab telemetry\") or --file");
        }
        String text = file == null ? "" : read(file);
        try (WriterLock lock = common.lock(console, "uses add");
                WritableStore store = common.openForWriting(console, lock)) {
            UsableNames names = new UsableNames(store);
            List<UsesFile.Line> lines = file == null
                    ? UsesArguments.parse(words, note, names::parse, names::has)
                    : parse(file, text, names);
            List<UsesAddPrinter.Addition> additions = new ArrayList<>();
            store.commit(() -> lines.forEach(line -> additions.add(new UsesAddPrinter.Addition(
                    line,
                    store.uses().put(line.use(), line.note(), console.clock().instant())))));
            new UsesAddPrinter(console, file == null).print(additions, store);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
        return ExitCode.DONE;
    }

    private static List<UsesFile.Line> parse(String name, String text, UsableNames names)
            throws UnreadableFileException {
        try {
            return UsesFile.parse(text, names::parse);
        } catch (IllegalArgumentException wrong) {
            throw new UnreadableFileException(name + ", " + wrong.getMessage() + "; nothing is added", wrong);
        }
    }

    private String read(String name) throws IOException {
        try {
            return WrittenText.of(
                    name.equals(STANDARD_INPUT) ? console.in().readAllBytes() : Files.readAllBytes(Path.of(name)));
        } catch (WrittenText.NoTextException wrong) {
            throw new UnreadableFileException(
                    "cannot read " + name + ": " + wrong.getMessage() + "; nothing is added", wrong);
        } catch (IOException unreadable) {
            throw unreadable(name, FileReason.of(unreadable), unreadable);
        } catch (InvalidPathException noName) {
            throw unreadable(name, noName.getReason(), noName);
        }
    }

    private static UnreadableFileException unreadable(String name, String reason, Exception cause) {
        return new UnreadableFileException(
                "cannot read " + name + " (" + reason + "); --file takes a file, or - for standard input", cause);
    }
}
