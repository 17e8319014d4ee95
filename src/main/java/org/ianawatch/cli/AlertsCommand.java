package org.ianawatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ianawatch alerts}: what rules tell. */
@Command(
        name = "alerts",
        description = "Try out the rules by which people are told, and the channels.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  ianawatch alerts test --rule lab --since 2018-01-01",
            "  ianawatch alerts try network"
        })
final class AlertsCommand implements Runnable {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it.
    private HelpOption help = new HelpOption();

    @Override
    public void run() {
        throw new UsageException("alerts needs to know what to do: test or try");
    }
}
