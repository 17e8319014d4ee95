package org.ianawatch.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.Backup;
import org.ianawatch.store.BackupForm;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ianawatch backup}: all that is stored, in one file. */
@Command(
        name = "backup",
        description = "Write all that is stored into one ZIP file, also while syncs run.",
        sortOptions = false,
        footer = {
            "",
            "It has the history, the checks, the uses, the deliveries and what waits in quarantine.",
            "A file that is there is replaced as a whole. 'ianawatch restore' brings it back.",
            "",
            "Examples:",
            "  ianawatch backup ianawatch.zip",
            "  ianawatch backup --portable ianawatch.zip      every snapshot as a CSV file, for any program",
            "  ianawatch backup - | ssh host 'cat > ianawatch.zip'"
        })
final class BackupCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    @Parameters(paramLabel = "FILE", description = "Where to; - is standard output.")
    private String file = "";

    @Option(
            names = "--portable",
            description = "Write the snapshots as published and the rest as CSV, instead of the database's file.")
    private boolean portable;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print only what went wrong.")
    private boolean quiet;

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Console console;

    BackupCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, StoreBusyException, InterruptedException {
        int snapshots;
        // What the snapshots say is proved by their SHA-256 when they are restored; the database's file is copied as it
        // is.
        try (Store store = portable ? common.openUnchecked(console) : common.open(console)) {
            snapshots = store.snapshots().size();
            if (file.equals(STANDARD_OUTPUT)) {
                write(store, console.out());
                return ExitCode.DONE;
            }
            OutputFile.write(Path.of(file), out -> write(store, out), common.home(console), console);
        }
        if (!quiet) {
            console.out()
                    .println(String.format(
                            Locale.ROOT, "Backed up %,d snapshots to %s.", snapshots, TerminalText.safe(file)));
        }
        return ExitCode.DONE;
    }

    private void write(Store store, OutputStream out) throws IOException {
        BackupForm form = portable ? BackupForm.PORTABLE : BackupForm.DATABASE;
        Backup.write(store, form, RootCommand.Version.number(), console.clock().instant(), out);
    }
}
