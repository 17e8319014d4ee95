package org.ianawatch.cli;

import java.io.IOException;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Values;

/** {@code ianawatch config show}: what is in force. */
final class ConfigShowCommand {
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

    ConfigShowCommand(Console console, Values values) {
        this.console = console;
        this.configuration = new ConfigurationOptions(values);
        this.format = values.get(SharedOptions.FORMAT);
    }

    int run() throws IOException {
        new ConfigPrinter(console, format).print(configuration.read(console));
        return ExitCode.DONE;
    }
}
