package org.ianawatch.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Outcome;
import org.ianawatch.alert.Trial;
import org.ianawatch.config.Configuration;
import org.ianawatch.config.Nearest;
import org.ianawatch.fetch.UserAgent;
import org.ianawatch.fetch.WebClient;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.report.TerminalText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ianawatch alerts try}: a trial message by a channel. */
@Command(
        name = "try",
        description = "Send a trial message by a channel of the configuration, now and once.",
        sortOptions = false,
        footer = {
            "",
            "Nothing is stored, and a failure is not tried again. Ends with 3 when it was not delivered.",
            "",
            "Examples:",
            "  ianawatch alerts try network",
            "  ianawatch alerts try network --config new.toml"
        })
final class AlertsTryCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CHANNEL", description = "Its name in the configuration.")
    private String channelName = "";

    @Mixin
    private ConfigurationOptions configuration = new ConfigurationOptions();

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it.
    private HelpOption help = new HelpOption();

    private final Console console;

    AlertsTryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Outcome outcome = channel()
                .deliver(Trial.message(
                        Snapshot.REGISTRY, channelName, console.clock().instant()));
        if (outcome instanceof Outcome.Delivered) {
            console.out().println("Delivered by " + channelName + ".");
            return ExitCode.DONE;
        }
        String reason = outcome instanceof Outcome.Failed failed
                ? failed.reason() + "; a sync would try again later"
                : ((Outcome.Refused) outcome).reason() + "; a sync would park it";
        console.say(TerminalText.safe(channelName + " did not deliver: " + reason));
        return ExitCode.UNREADABLE;
    }

    private Channel channel() throws IOException {
        Configuration read = configuration.read(console);
        UserAgent userAgent =
                new UserAgent(RootCommand.Version.number(), read.source().contact());
        return new Channels(read.channels(), new WebClient(console.environment()), console, userAgent)
                .find(channelName)
                .orElseThrow(() -> new UsageException(missing(read)));
    }

    private String missing(Configuration read) {
        if (read.file() == null) {
            return "there is no configuration file, and so no channel: name a file with --config";
        }
        List<String> names = List.copyOf(read.channels().keySet());
        return "there is no channel '" + channelName + "' in " + read.file() + Nearest.hint(channelName, names);
    }
}
