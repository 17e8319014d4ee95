package org.ianawatch.cli.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.SharedOptions;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.Store;
import org.ianawatch.store.Stores;
import org.ianawatch.store.Verification;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.StoreException;

/** {@code ianawatch verify}: the proof that a store is sound. */
public final class VerifyCommand {
    private static final int SHOWN_PROBLEMS = 20;

    public static final Command COMMAND = Command.named(
                    "verify", "Rebuild every snapshot, compare its SHA-256, and check that the tables agree.")
            .options(SharedOptions.QUIET)
            .groups(CommonOptions.GROUPS)
            .exits(ExitCode.DONE, "the store is sound")
            .exits(ExitCode.DEFECT, "something is wrong")
            .example("ianawatch verify")
            .build();

    private final boolean quiet;
    private final CommonOptions common;

    private final Console console;

    public VerifyCommand(Console console, Values values) {
        this.console = console;
        this.quiet = values.has(SharedOptions.QUIET);
        this.common = new CommonOptions(values);
    }

    public int run() throws StoreBusyException, InterruptedException {
        Path file = common.home(console).databaseFile();
        Optional<String> difference = Stores.fileDifference(common.home(console));
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
        } catch (StoreException damaged) {
            throw damaged.advising("; 'ianawatch restore --replace FILE' brings a backup back");
        }
        return ExitCode.DONE;
    }
}
