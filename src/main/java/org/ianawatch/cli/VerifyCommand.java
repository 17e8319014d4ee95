package org.ianawatch.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private static final int SHOWN_PROBLEMS = 20;

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
        Path file = common.home(console).databaseFile();
        Optional<String> difference = Store.fileDifference(common.home(console));
        try (Store store = common.openUnchecked(console)) {
            List<String> problems = Verification.problems(store);
            problems.stream().limit(SHOWN_PROBLEMS).forEach(problem -> console.say(TerminalText.safe(problem)));
            if (problems.size() > SHOWN_PROBLEMS) {
                console.say("and " + (problems.size() - SHOWN_PROBLEMS) + " more");
            }
            difference.ifPresent(how -> console.say("the store " + file + " " + how));
            if (!problems.isEmpty()) {
                console.say(problems.size() + " problems in " + file
                        + "; restore a backup, or import the history into a new home");
                return ExitCode.DEFECT;
            }
            if (difference.isPresent()) {
                console.say(
                        "every SHA-256 is as recorded, and rows and changes agree: 'ianawatch backup --portable FILE' and then"
                                + " 'ianawatch restore --replace FILE' make a new file of it");
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
