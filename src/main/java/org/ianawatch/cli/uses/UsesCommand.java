package org.ianawatch.cli.uses;

import java.util.List;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.console.GroupOptions;

/** {@code ianawatch uses}: the ports and service names that this site relies on. */
public final class UsesCommand {
    public static final Command COMMAND = Command.named(
                    "uses", "Keep the ports and service names that this site relies on, and say what changed of them.")
            .subcommands(Command.Subcommands.of(List.of(
                    UsesAddCommand.COMMAND,
                    UsesRemoveCommand.COMMAND,
                    UsesListCommand.COMMAND,
                    UsesCheckCommand.COMMAND)))
            .group(GroupOptions.GROUP)
            .example("ianawatch uses add 272-279/tcp \"lab telemetry\"")
            .example("ianawatch uses list")
            .example("ianawatch uses check")
            .example("ianawatch uses remove 272-279/tcp")
            .build();

    private UsesCommand() {}
}
