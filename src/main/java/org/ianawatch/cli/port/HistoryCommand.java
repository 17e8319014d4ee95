package org.ianawatch.cli.port;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ianawatch.answer.Answers;
import org.ianawatch.answer.PortFacts;
import org.ianawatch.answer.RowLife;
import org.ianawatch.answer.Snapshots;
import org.ianawatch.cli.command.Argument;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Reading;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.SharedOptions;
import org.ianawatch.cli.console.TableFormat;
import org.ianawatch.report.Json;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.home.StoreBusyException;

/** {@code ianawatch history}: every version of some rows. */
public final class HistoryCommand {
    private static final Argument<String> SUBJECT = Argument.one(
            "SUBJECT",
            Reading.text(),
            "A service name or a glob of it, a port, or a range of ports; with a transport behind it (ssh/tcp) or not.");
    private static final Option<Boolean> COSMETIC =
            Option.flag("--cosmetic", "Show versions that differ in white space or spelling alone, too.");
    private static final Option<Boolean> EXIT_CODE =
            Option.flag("--exit-code", "End with 1 when there is no history, as grep does.");
    public static final Command COMMAND = Command.named(
                    "history", "Show every version of the rows of a service or a port, and what changed in each.")
            .argument(SUBJECT)
            .options(SharedOptions.TRANSPORTS, COSMETIC, EXIT_CODE, SharedOptions.TABLE_FORMAT)
            .groups(CommonOptions.GROUPS)
            .notes(
                    "Beside the date on which a version was observed stand IANA's own dates in it. A version is silent where IANA left the Modification Date as it was. A row that only moved within the file has no new version.")
            .example("ianawatch history ssh")
            .example("ianawatch history 4420/tcp")
            .example("ianawatch history 'nvm*' --format json")
            .example("ianawatch history 272-279 --cosmetic")
            .paged()
            .build();

    /** What {@code docs/json.md} describes. */
    private record History(String subject, int snapshots, List<RowLife> rows) {}

    private final String subject;
    private final List<String> transports;
    private final boolean cosmetic;
    private final boolean exitCode;
    private final TableFormat format;
    private final CommonOptions common;

    private final Console console;

    public HistoryCommand(Console console, Values values) {
        this.console = console;
        this.subject = values.get(SUBJECT);
        this.transports = values.all(SharedOptions.TRANSPORTS);
        this.cosmetic = values.has(COSMETIC);
        this.exitCode = values.has(EXIT_CODE);
        this.format = values.get(SharedOptions.TABLE_FORMAT);
        this.common = new CommonOptions(values);
    }

    public int run() throws IOException, StoreBusyException, InterruptedException {
        HistorySubject wanted = HistorySubject.of(subject);
        Answers answers = common.answers(console);
        Snapshots snapshots = answers.snapshots();
        SnapshotSelector.latest().among(snapshots);
        List<String> by = new ArrayList<>(transports);
        by.addAll(wanted.transports());
        List<RowLife> lives = wanted.lives(answers).stream()
                .filter(life -> PortFacts.isWanted(life.transports(), by))
                .toList();
        if (format == TableFormat.JSON) {
            Json.write(new History(subject, snapshots.size(), lives), console.out());
        } else if (format == TableFormat.CSV) {
            HistoryCsv.write(lives, console.out());
        } else if (lives.isEmpty()) {
            console.out().println(wanted.nothing(answers));
        } else {
            new HistoryPrinter(console, snapshots, cosmetic).print(lives);
        }
        return exitCode && lives.isEmpty() ? ExitCode.DIFFERENT : ExitCode.DONE;
    }
}
