package org.ianawatch.cli.config;

import java.io.IOException;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.ConfigurationOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.GeneralOptions;
import org.ianawatch.cli.console.ListFormat;
import org.ianawatch.cli.console.SharedOptions;

/** {@code ianawatch config show}: what is in force. */
public final class ConfigShowCommand {
    static final Command COMMAND = Command.named(
                    "show", "Show every key that is in force, where its value came from, and no secret.")
            .options(SharedOptions.FORMAT)
            .group(ConfigurationOptions.GROUP)
            .group(GeneralOptions.GROUP)
            .example("ianawatch config show")
            .example("ianawatch config show --format json | jq -r '.settings[] | select(.from == \"default\").key'")
            .paged()
            .build();

    private final ConfigurationOptions configuration;
    private final ListFormat format;
    private final Console console;

    public ConfigShowCommand(Console console, Values values) {
        this.console = console;
        this.configuration = new ConfigurationOptions(values);
        this.format = values.get(SharedOptions.FORMAT);
    }

    public int run() throws IOException {
        new ConfigPrinter(console, format).print(configuration.read(console));
        return ExitCode.DONE;
    }
}
