package org.ianawatch.cli.alerts;

import java.util.List;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.console.GroupOptions;

/** {@code ianawatch alerts}: what rules tell. */
public final class AlertsCommand {
    public static final Command COMMAND = Command.named(
                    "alerts", "Try out the rules by which people are told, and the channels.")
            .subcommands(Command.Subcommands.of(List.of(AlertsTestCommand.COMMAND, AlertsTryCommand.COMMAND)))
            .group(GroupOptions.GROUP)
            .example("ianawatch alerts test --rule lab --since 2018-01-01")
            .example("ianawatch alerts try network")
            .build();

    private AlertsCommand() {}
}
