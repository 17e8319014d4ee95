package org.ianawatch.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ianawatch uses}: the ports and service names that this site relies on. */
@Command(
        name = "uses",
        description = "Keep the ports and service names that this site relies on, and say what changed of them.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  ianawatch uses add 272-279/tcp \"lab telemetry\"",
            "  ianawatch uses list",
            "  ianawatch uses check",
            "  ianawatch uses remove 272-279/tcp"
        })
final class UsesCommand implements Runnable {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it.
    private HelpOption help = new HelpOption();

    private UsesCommand() {}

    /** With its four commands. */
    static CommandLine commandLine(Console console) {
        return new CommandLine(new UsesCommand())
                .addSubcommand("add", new UsesAddCommand(console))
                .addSubcommand("remove", new UsesRemoveCommand(console))
                .addSubcommand("list", new UsesListCommand(console))
                .addSubcommand("check", new UsesCheckCommand(console));
    }

    @Override
    public void run() {
        throw new UsageException("uses needs to know what to do: add, remove, list or check");
    }
}
