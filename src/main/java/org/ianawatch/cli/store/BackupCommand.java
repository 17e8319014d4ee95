package org.ianawatch.cli.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.ianawatch.cli.command.Argument;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Reading;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.OutputFile;
import org.ianawatch.cli.console.SharedOptions;
import org.ianawatch.cli.console.Version;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.Store;
import org.ianawatch.store.backup.Backup;
import org.ianawatch.store.backup.BackupForm;
import org.ianawatch.store.home.StoreBusyException;

/** {@code ianawatch backup}: all that is stored, in one file. */
public final class BackupCommand {
    private static final String STANDARD_OUTPUT = "-";

    private static final Argument<String> FILE =
            Argument.one("FILE", Reading.text(), "Where to; - is standard output.");
    private static final Option<Boolean> PORTABLE = Option.flag(
            "--portable", "Write the snapshots as published and the rest as CSV, instead of the database's file.");
    public static final Command COMMAND = Command.named(
                    "backup", "Write all that is stored into one ZIP file, also while syncs run.")
            .argument(FILE)
            .options(PORTABLE, SharedOptions.QUIET)
            .groups(CommonOptions.GROUPS)
            .notes(
                    "It has the history, the checks, the uses, the deliveries and what waits in quarantine. A file that is there is replaced as a whole. 'ianawatch restore' brings it back.")
            .example("ianawatch backup ianawatch.zip")
            .example("ianawatch backup --portable ianawatch.zip", "every snapshot as a CSV file, for any program")
            .example("ianawatch backup - | ssh host 'cat > ianawatch.zip'")
            .build();

    private final String file;
    private final boolean portable;
    private final boolean quiet;
    private final CommonOptions common;

    private final Console console;

    public BackupCommand(Console console, Values values) {
        this.console = console;
        this.file = values.get(FILE);
        this.portable = values.has(PORTABLE);
        this.quiet = values.has(SharedOptions.QUIET);
        this.common = new CommonOptions(values);
    }

    public int run() throws IOException, StoreBusyException, InterruptedException {
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
        Backup.write(store, form, Version.text(), console.clock().instant(), out);
    }
}
