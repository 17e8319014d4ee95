package org.ianawatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.TimeToCome;
import org.ianawatch.store.WriterLock;
import org.ianawatch.sync.DatedFile;
import org.ianawatch.sync.ImportJob;
import org.ianawatch.sync.ImportRefusedException;
import org.ianawatch.sync.ImportRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ianawatch import}: history from dated files. */
@Command(
        name = "import",
        description = "Take history from dated CSV files, oldest first.",
        sortOptions = false,
        footer = {
            "",
            "A file's name has its date: 2016-01-01.csv, 2021-08-12T170509Z.csv, ports-20160101.csv.",
            "What is in the store already is passed over, so an import can be repeated and taken up again.",
            "The configuration's rules are told of all of it in one summary.",
            "",
            "Examples:",
            "  ianawatch import history/",
            "  ianawatch import 2016-01-01.csv 2016-01-12.csv",
            "  ianawatch import --at 2016-01-01 service-names-port-numbers.csv"
        })
final class ImportCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, and folders of files.")
    private List<Path> paths = List.of();

    @Option(names = "--at", paramLabel = "DATE", description = "The date of a single file whose name has none.")
    private @Nullable String date;

    @Option(names = "--strict", description = "Stop at a file that the guard would refuse from a server.")
    private boolean strict;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print only what went wrong.")
    private boolean quiet;

    @Mixin
    private GuardOptions guard = new GuardOptions();

    @Mixin
    private ConfigurationOptions configuration = new ConfigurationOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Console console;

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, ImportRefusedException, StoreBusyException, InterruptedException {
        Alerting alerting = Alerting.of(configuration, console);
        List<DatedFile> files = files();
        refuseWhatIsToCome(files);
        ImportRequest request =
                new ImportRequest(common.home(console), files, guard.limits(), strict, common.patience());
        try (WriterLock lock = common.lock(console, "import")) {
            try (ImportPrinter printer =
                    new ImportPrinter(console, request.files().size(), quiet)) {
                new ImportJob(request, console.clock(), alerting.alerts(), printer).run(lock);
                printer.end();
            }
            boolean isPending = alerting.send(lock, request.home(), request.patience());
            return isPending ? ExitCode.PENDING : ExitCode.DONE;
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
            return List.of(new DatedFile(paths.get(0), SnapshotSelector.startOf(date)));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
    }
}
