package org.ianawatch.cli;

import java.util.List;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Subcommands;

/** {@code ianawatch uses}: the ports and service names that this site relies on. */
final class UsesCommand {
    static final Command COMMAND = Command.named(
                    "uses", "Keep the ports and service names that this site relies on, and say what changed of them.")
            .subcommands(Subcommands.of(List.of(
                    UsesAddCommand.COMMAND,
                    UsesRemoveCommand.COMMAND,
                    UsesListCommand.COMMAND,
                    UsesCheckCommand.COMMAND)))
            .group(RootCommand.OPTIONS)
            .example("ianawatch uses add 272-279/tcp \"lab telemetry\"")
            .example("ianawatch uses list")
            .example("ianawatch uses check")
            .example("ianawatch uses remove 272-279/tcp")
            .build();

    private UsesCommand() {}
}
