package org.ianawatch.cli.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.ianawatch.cli.alerts.Channels;
import org.ianawatch.cli.command.Argument;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.ConfigurationOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.GeneralOptions;
import org.ianawatch.cli.console.Readings;
import org.ianawatch.cli.console.Version;
import org.ianawatch.config.Configuration;
import org.ianawatch.config.ConfigurationException;
import org.ianawatch.config.ConfigurationFile;
import org.ianawatch.fetch.UserAgent;
import org.ianawatch.fetch.WebClient;
import org.ianawatch.report.TerminalText;

/** {@code ianawatch config check}: whether the configuration can be used. */
public final class ConfigCheckCommand {
    private static final Argument<Path> FILE =
            Argument.optional("FILE", Readings::path, "The file to check; the one that is in force unless set.");
    static final Command COMMAND = Command.named(
                    "check", "Say all that is wrong with the configuration, and end with 2 when anything is.")
            .argument(FILE)
            .group(ConfigurationOptions.GROUP)
            .group(GeneralOptions.GROUP)
            .notes("Secrets are read, from the environment and from files, and are not shown.")
            .example("ianawatch config check")
            .example("ianawatch config check new.toml && cp new.toml /etc/ianawatch.toml")
            .build();

    private final ConfigurationOptions options;
    private final Console console;

    public ConfigCheckCommand(Console console, Values values) {
        this.console = console;
        this.options = ConfigurationOptions.of(values.find(FILE), values);
    }

    public int run() throws IOException {
        Path file = options.find(console).orElse(null);
        if (file == null) {
            console.out()
                    .println("No configuration file, so the defaults are in force; tried "
                            + ConfigurationFile.places(console.environment()).stream()
                                    .map(place -> TerminalText.safe(place.toString()))
                                    .collect(Collectors.joining(" and "))
                            + ".");
            return ExitCode.DONE;
        }
        try {
            Configuration configuration = options.reader(console).read(file);
            List<String> unusable = unusable(configuration);
            if (!unusable.isEmpty()) {
                unusable.forEach(reason -> console.say(TerminalText.safe(file + ": " + reason)));
                return ExitCode.USAGE;
            }
            console.out()
                    .println(TerminalText.safe(file.toString()) + ": nothing is wrong ("
                            + count(configuration.rules().size(), "rule") + ", "
                            + count(configuration.channels().size(), "channel") + ").");
            return ExitCode.DONE;
        } catch (ConfigurationException wrong) {
            wrong.problems().forEach(problem -> console.say(TerminalText.safe(problem.toString())));
            return ExitCode.USAGE;
        }
    }

    /** What only those know that send. */
    private List<String> unusable(Configuration configuration) {
        try {
            UserAgent userAgent =
                    new UserAgent(Version.text(), configuration.source().contact());
            return new Channels(
                            configuration.channels(),
                            configuration.site(),
                            new WebClient(console.environment()),
                            console,
                            userAgent)
                    .unusable();
        } catch (IllegalArgumentException wrong) {
            return List.of("'contact' in [source] cannot be used: " + wrong.getMessage());
        }
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
