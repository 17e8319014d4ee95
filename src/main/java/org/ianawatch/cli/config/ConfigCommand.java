package org.ianawatch.cli.config;

import java.util.List;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.console.GroupOptions;

/** {@code ianawatch config}: the configuration. */
public final class ConfigCommand {
    public static final Command COMMAND = Command.named("config", "Check the configuration, and show what is in force.")
            .subcommands(Command.Subcommands.of(List.of(ConfigCheckCommand.COMMAND, ConfigShowCommand.COMMAND)))
            .group(GroupOptions.GROUP)
            .example("ianawatch config check")
            .example("ianawatch config show")
            .build();

    private ConfigCommand() {}
}
