package org.ianawatch.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ianawatch verify}: the proof that a store is sound. */
@Command(
        name = "verify",
        description = "Rebuild every snapshot, compare its SHA-256, and check that the tables agree.",
        sortOptions = false,
        footer = {"", "Ends with 70 when something is wrong.", "", "Examples:", "  ianawatch verify"})
final class VerifyCommand implements Callable<Integer> {
    @Option(
            names = {"-q", "--quiet"},
            description = "Print only what is wrong.")
    private boolean quiet;

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Console console;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws StoreBusyException, InterruptedException {
        try (Store store = common.open(console)) {
            List<String> problems = Verification.problems(store);
            problems.forEach(problem -> console.say(TerminalText.safe(problem)));
            if (!problems.isEmpty()) {
                console.say(problems.size() + " problems; restore a copy of "
                        + common.home(console).databaseFile() + ", or import the history into a new home");
                return ExitCode.DEFECT;
            }
            if (!quiet) {
                console.out()
                        .printf(
                                Locale.ROOT,
                                "%,d snapshots rebuilt, every SHA-256 as recorded; rows and changes agree.%n",
                                store.snapshots().size());
            }
        }
        return ExitCode.DONE;
    }
}
