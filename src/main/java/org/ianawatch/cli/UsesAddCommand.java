package org.ianawatch.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ianawatch.registry.Use;
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
            "Without a transport it is for all. A file has one use on a line, and # before comments; what",
            "'uses list --format csv' writes is such a file.",
            "",
            "Examples:",
            "  ianawatch uses add 272-279/tcp \"lab telemetry\"",
            "  ianawatch uses add 278",
            "  ianawatch uses add ntp/udp \"clocks of the plant\"",
            "  ianawatch uses add --file uses.txt"
        })
final class UsesAddCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "USE",
            converter = Converters.UseNames.class,
            description = "Ports (278, 272-279/tcp) or a service name (ssh, ntp/udp).")
    private @Nullable Use use;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "NOTE",
            description = "What for, in a few words; the note of a use that is there stays without it.")
    private List<String> note = List.of();

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
        List<UsesFile.Line> lines = lines();
        try (WriterLock lock = common.lock(console, "uses add");
                WritableStore store = common.openForWriting(console, lock)) {
            List<UsesAddPrinter.Addition> additions = new ArrayList<>();
            store.commit(() -> lines.forEach(line -> additions.add(new UsesAddPrinter.Addition(
                    line,
                    store.uses().put(line.use(), line.note(), console.clock().instant())))));
            new UsesAddPrinter(console).print(additions, store);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
        return ExitCode.DONE;
    }

    private List<UsesFile.Line> lines() throws IOException {
        if ((use == null) == (file == null)) {
            throw new UsageException(
                    "uses add takes either a use and its note (272-279/tcp \"lab telemetry\") or --file");
        }
        try {
            return use == null ? read(String.valueOf(file)) : List.of(UsesFile.line(use, note));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
    }

    private List<UsesFile.Line> read(String name) throws IOException {
        try {
            byte[] bytes =
                    name.equals(STANDARD_INPUT) ? console.in().readAllBytes() : Files.readAllBytes(Path.of(name));
            return UsesFile.parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw unreadable(name, FileReason.of(unreadable), unreadable);
        } catch (InvalidPathException noName) {
            throw unreadable(name, noName.getReason(), noName);
        } catch (IllegalArgumentException wrong) {
            throw new UnreadableFileException(name + ", " + wrong.getMessage() + "; nothing is added", wrong);
        }
    }

    private static UnreadableFileException unreadable(String name, String reason, Exception cause) {
        return new UnreadableFileException(
                "cannot read " + name + " (" + reason + "); --file takes a file, or - for standard input", cause);
    }
}
