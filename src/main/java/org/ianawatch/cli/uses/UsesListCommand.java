package org.ianawatch.cli.uses;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import org.ianawatch.answer.Answers;
import org.ianawatch.answer.UseStanding;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.SharedOptions;
import org.ianawatch.cli.console.TableFormat;
import org.ianawatch.registry.Status;
import org.ianawatch.store.home.StoreBusyException;

/** {@code ianawatch uses list}: what this site relies on, and what the registry says of it. */
public final class UsesListCommand {
    private static final Option<Status> STATUSES = Option.choice(
                    "--status", "STATUS", Status.OF_PORTS, "Only what is assigned, reserved or unassigned.")
            .list();
    static final Command COMMAND = Command.named(
                    "list", "List what this site relies on, and what each is in the newest snapshot.")
            .options(STATUSES, SharedOptions.TABLE_FORMAT)
            .groups(CommonOptions.GROUPS)
            .example("ianawatch uses list")
            .example("ianawatch uses list --status unassigned,reserved", "what anybody may be assigned, or nobody")
            .example("ianawatch uses list --format csv > uses.csv", "for another site's 'uses add --file'")
            .example("ianawatch uses list --format json")
            .paged()
            .build();

    private final List<Status> statuses;
    private final TableFormat format;
    private final CommonOptions common;

    private final Console console;

    public UsesListCommand(Console console, Values values) {
        this.console = console;
        this.statuses = values.all(STATUSES);
        this.format = values.get(SharedOptions.TABLE_FORMAT);
        this.common = new CommonOptions(values);
    }

    public int run() throws IOException, StoreBusyException, InterruptedException {
        Answers answers = common.answers(console);
        List<UseStanding> all = UseStanding.all(answers);
        boolean isWhole = statuses.isEmpty() || all.isEmpty();
        List<UseStanding> shown = isWhole ? all : UseStanding.only(EnumSet.copyOf(statuses), all);
        if (shown.isEmpty() && !isWhole && format == TableFormat.TEXT) {
            console.out().println("No use is so.");
        } else {
            new UsesListPrinter(console).print(shown, format);
        }

        return ExitCode.DONE;
    }
}
