package org.ianawatch.cli;

import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.GeneralOptions;
import org.ianawatch.cli.console.Version;

/** {@code ianawatch version}: which program this is. */
final class VersionCommand {
    static final Command COMMAND = Command.named("version", "Print the version.")
            .group(GeneralOptions.GROUP)
            .example("ianawatch version")
            .build();

    private VersionCommand() {}

    static int run(Console console) {
        console.out().println("ianawatch " + Version.text());
        return ExitCode.DONE;
    }
}
