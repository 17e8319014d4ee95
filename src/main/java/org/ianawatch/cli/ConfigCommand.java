package org.ianawatch.cli;

import java.util.List;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Subcommands;

/** {@code ianawatch config}: the configuration. */
final class ConfigCommand {
    static final Command COMMAND = Command.named("config", "Check the configuration, and show what is in force.")
            .subcommands(Subcommands.of(List.of(ConfigCheckCommand.COMMAND, ConfigShowCommand.COMMAND)))
            .group(RootCommand.OPTIONS)
            .example("ianawatch config check")
            .example("ianawatch config show")
            .build();

    private ConfigCommand() {}
}
