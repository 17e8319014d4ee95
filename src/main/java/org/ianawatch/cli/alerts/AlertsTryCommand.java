package org.ianawatch.cli.alerts;

import java.io.IOException;
import java.util.List;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Outcome;
import org.ianawatch.alert.Trial;
import org.ianawatch.cli.command.Argument;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Reading;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.ConfigurationOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.GeneralOptions;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.cli.console.Version;
import org.ianawatch.config.Configuration;
import org.ianawatch.config.Nearest;
import org.ianawatch.fetch.UserAgent;
import org.ianawatch.fetch.WebClient;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.report.TerminalText;

/** {@code ianawatch alerts try}: a trial message by a channel. */
public final class AlertsTryCommand {
    private static final Argument<String> CHANNEL_NAME =
            Argument.one("CHANNEL", Reading.text(), "Its name in the configuration.");
    static final Command COMMAND = Command.named(
                    "try", "Send a trial message by a channel of the configuration, now and once.")
            .argument(CHANNEL_NAME)
            .group(ConfigurationOptions.GROUP)
            .group(GeneralOptions.GROUP)
            .notes("Nothing is stored, and a failure is not tried again.")
            .exits(ExitCode.DONE, "delivered")
            .exits(ExitCode.UNREADABLE, "not delivered")
            .example("ianawatch alerts try network")
            .example("ianawatch alerts try network --config new.toml")
            .build();

    private final String channelName;
    private final ConfigurationOptions configuration;

    private final Console console;

    public AlertsTryCommand(Console console, Values values) {
        this.console = console;
        this.channelName = values.get(CHANNEL_NAME);
        this.configuration = new ConfigurationOptions(values);
    }

    public int run() throws IOException, InterruptedException {
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
        UserAgent userAgent = new UserAgent(Version.text(), read.source().contact());
        return new Channels(
                        read.channels(),
                        read.site(),
                        new WebClient(console.environment(), RequestPrinter.of(console)),
                        console,
                        userAgent)
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
