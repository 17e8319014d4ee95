package org.ianawatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.ianawatch.config.Configuration;
import org.ianawatch.config.ConfigurationException;
import org.ianawatch.config.ConfigurationFile;
import org.ianawatch.fetch.UserAgent;
import org.ianawatch.fetch.WebClient;
import org.ianawatch.report.TerminalText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ianawatch config}: the configuration. */
@Command(
        name = "config",
        description = "Check the configuration, and show what is in force.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Examples:", "  ianawatch config check", "  ianawatch config show"})
final class ConfigCommand implements Runnable {
    private final Console console;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it.
    private HelpOption help = new HelpOption();

    ConfigCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        throw new UsageException("config needs to know what to do: check or show");
    }

    @Command(
            name = "check",
            description = "Say all that is wrong with the configuration, and end with 2 when anything is.",
            footer = {
                "",
                "Secrets are read, from the environment and from files, and are not shown.",
                "",
                "Examples:",
                "  ianawatch config check",
                "  ianawatch config check --config new.toml && cp new.toml /etc/ianawatch.toml"
            })
    int check(@Mixin ConfigurationOptions options, @Mixin HelpOption helpOption) throws IOException {
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

    @Command(
            name = "show",
            description = "Show every key that is in force, where its value came from, and no secret.",
            footer = {
                "",
                "Examples:",
                "  ianawatch config show",
                "  ianawatch config show --format json | jq -r '.settings[] | select(.from == \"default\").key'"
            })
    int show(
            @Mixin ConfigurationOptions options,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "text",
                            converter = Converters.ListFormats.class,
                            description = "text or json; ${DEFAULT-VALUE} unless set.")
                    ListFormat format,
            @Mixin HelpOption helpOption)
            throws IOException {
        new ConfigPrinter(console, format).print(options.read(console));
        return ExitCode.DONE;
    }

    /** What only those know that send. */
    private List<String> unusable(Configuration configuration) {
        try {
            UserAgent userAgent = new UserAgent(
                    RootCommand.Version.number(), configuration.source().contact());
            return new Channels(configuration.channels(), new WebClient(console.environment()), console, userAgent)
                    .unusable();
        } catch (IllegalArgumentException wrong) {
            return List.of("'contact' in [source] cannot be used: " + wrong.getMessage());
        }
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
