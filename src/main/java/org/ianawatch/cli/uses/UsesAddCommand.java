package org.ianawatch.cli.uses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ianawatch.cli.command.Argument;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Reading;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.UnreadableFileException;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.config.WrittenText;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.FileReason;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.WriterLock;
import org.jspecify.annotations.Nullable;

/** {@code ianawatch uses add}: what this site relies on. */
public final class UsesAddCommand {
    private static final String STANDARD_INPUT = "-";

    private static final Argument<String> WORDS = Argument.any(
            "USE|NOTE",
            Reading.text(),
            "Ports (278, 272-279/tcp) or service names (ssh, ntp/udp), and what for, in a few words; the note of a use that is there stays without one.");
    private static final Option<String> NOTE =
            Option.of("--note", "TEXT", Reading.text(), "What for; then every other word is a use.");
    private static final Option<String> FILE =
            Option.of("--file", "FILE|-", Reading.text(), "Add the uses of this file; - is standard input.");
    static final Command COMMAND = Command.named(
                    "add", "Write down that this site relies on ports or a service name; again, to change the note.")
            .argument(WORDS)
            .options(NOTE, FILE)
            .groups(CommonOptions.GROUPS)
            .notes(
                    "Without a transport a use is for all. After the first use, what has no form of a use begins the note of all; only where all that follows are names of services, they are uses. With --note every word is a use. All are added, or none. A file has one use on a line with its note, and # before comments; what 'uses list --format csv' writes is such a file.")
            .example("ianawatch uses add 272-279/tcp \"lab telemetry\"")
            .example("ianawatch uses add 278")
            .example("ianawatch uses add ntp/udp \"clocks of the plant\"")
            .example("ianawatch uses add 278/tcp 9000-9010 ssh --note \"lab telemetry\"")
            .example("ianawatch uses add --file uses.txt")
            .build();

    private final List<String> words;
    private final @Nullable String note;
    private final @Nullable String file;
    private final CommonOptions common;

    private final Console console;

    public UsesAddCommand(Console console, Values values) {
        this.console = console;
        this.words = values.all(WORDS);
        this.note = values.find(NOTE);
        this.file = values.find(FILE);
        this.common = new CommonOptions(values);
    }

    public int run() throws IOException, StoreBusyException, InterruptedException {
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
