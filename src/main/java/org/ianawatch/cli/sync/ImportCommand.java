package org.ianawatch.cli.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.ianawatch.cli.alerts.Alerting;
import org.ianawatch.cli.command.Argument;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.ConfigurationOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.Readings;
import org.ianawatch.cli.console.SharedOptions;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.TimeToCome;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.sync.DatedFile;
import org.ianawatch.sync.ImportJob;
import org.ianawatch.sync.ImportRefusedException;
import org.ianawatch.sync.ImportRequest;
import org.ianawatch.sync.StoreWriter;
import org.jspecify.annotations.Nullable;

/** {@code ianawatch import}: history from dated files. */
public final class ImportCommand {
    private static final Argument<Path> PATHS =
            Argument.several("PATH", Readings::path, "Files, and folders of files.");
    private static final Option<Instant> DATE =
            Option.timed("--at", "DATE", Readings::start, "The date of a single file whose name has none.");
    private static final Option<Boolean> STRICT =
            Option.flag("--strict", "Stop at a file that the guard would refuse from a server.");
    public static final Command COMMAND = Command.named("import", "Take history from dated CSV files, oldest first.")
            .argument(PATHS)
            .options(DATE, STRICT, SharedOptions.QUIET)
            .group(GuardOptions.GROUP)
            .group(ConfigurationOptions.GROUP)
            .groups(CommonOptions.GROUPS)
            .notes(
                    "A file's name has its date: 2016-01-01.csv, 2021-08-12T170509Z.csv, ports-20160101.csv. What is in the store already is passed over, so an import can be repeated and taken up again. Channels of rules that pick something are told of all of it in one message each.")
            .exits(ExitCode.DONE, "all files are in the store")
            .exits(ExitCode.UNREADABLE, "a file could not be read")
            .exits(ExitCode.QUARANTINED, "the guard refused a file (with --strict)")
            .exits(ExitCode.BUSY, "another run holds the store")
            .exits(ExitCode.PENDING, "stored, and alerts are pending")
            .example("ianawatch import history/")
            .example("ianawatch import 2016-01-01.csv 2016-01-12.csv")
            .example("ianawatch import --at 2016-01-01 service-names-port-numbers.csv")
            .build();

    private final List<Path> paths;
    private final @Nullable Instant date;
    private final boolean strict;
    private final boolean quiet;
    private final GuardOptions guard;
    private final ConfigurationOptions configuration;
    private final CommonOptions common;

    private final Console console;

    public ImportCommand(Console console, Values values) {
        this.console = console;
        this.paths = values.all(PATHS);
        this.date = values.find(DATE);
        this.strict = values.has(STRICT);
        this.quiet = values.has(SharedOptions.QUIET);
        this.guard = new GuardOptions(values);
        this.configuration = new ConfigurationOptions(values);
        this.common = new CommonOptions(values);
    }

    public int run() throws Exception {
        Alerting alerting = Alerting.of(configuration, common, console);
        List<DatedFile> files = files();
        refuseWhatIsToCome(files);
        ImportRequest request = new ImportRequest(files, guard.limits(), strict);
        boolean isPending = alerting.run("import", writer -> take(request, alerting, writer), this::tell);
        return ExitCode.with(ExitCode.DONE, isPending);
    }

    private void take(ImportRequest request, Alerting alerting, StoreWriter writer)
            throws IOException, ImportRefusedException, StoreBusyException, InterruptedException {
        try (ImportPrinter printer = new ImportPrinter(console, request.files().size(), quiet)) {
            new ImportJob(request, console.clock(), alerting.alerts(), printer).run(writer);
            printer.end();
        }
    }

    private void tell(String sentence) {
        if (!quiet) {
            console.out().println(sentence);
        }
    }

    /** All that is stored after such a file would be dated later, too. */
    private void refuseWhatIsToCome(List<DatedFile> files) {
        Instant now = console.clock().instant();
        for (DatedFile file : files) {
            if (TimeToCome.is(file.date(), now)) {
                throw new UsageException(TerminalText.safe(file.path().toString()) + " has the date " + file.date()
                        + ", which is still to come (it is " + now.truncatedTo(ChronoUnit.SECONDS)
                        + "): give it its right date, by its name or with --at");
            }
        }
    }

    private List<DatedFile> files() throws IOException {
        try {
            if (date == null) {
                return DatedFile.inDateOrder(paths);
            }
            if (paths.size() != 1) {
                throw new UsageException("--at gives the date of one file, and there are " + paths.size());
            }
            if (!Files.exists(paths.get(0)) || Files.isDirectory(paths.get(0))) {
                throw new UsageException("--at gives the date of one file, and " + paths.get(0) + " is none");
            }
            return List.of(new DatedFile(paths.get(0), date));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
    }
}
