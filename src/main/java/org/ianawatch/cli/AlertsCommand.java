package org.ianawatch.cli;

import java.util.List;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Subcommands;

/** {@code ianawatch alerts}: what rules tell. */
final class AlertsCommand {
    static final Command COMMAND = Command.named(
                    "alerts", "Try out the rules by which people are told, and the channels.")
            .subcommands(Subcommands.of(List.of(AlertsTestCommand.COMMAND, AlertsTryCommand.COMMAND)))
            .group(RootCommand.OPTIONS)
            .example("ianawatch alerts test --rule lab --since 2018-01-01")
            .example("ianawatch alerts try network")
            .build();

    private AlertsCommand() {}
}
