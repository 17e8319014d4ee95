package org.ianawatch.cli.console;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.OptionGroup;
import org.ianawatch.cli.command.Values;
import org.ianawatch.config.Configuration;
import org.ianawatch.config.ConfigurationException;
import org.ianawatch.config.ConfigurationFile;
import org.ianawatch.config.ConfigurationReader;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.report.TerminalText;
import org.ianawatch.sync.Source;
import org.jspecify.annotations.Nullable;

/** The option that names the configuration, of every command that needs one. */
public final class ConfigurationOptions {
    static final Option<Path> FILE = Option.of(
            "--config",
            "FILE",
            Readings::path,
            "The configuration; else IANAWATCH_CONFIG, ~/.config/ianawatch/config.toml (or in XDG_CONFIG_HOME), /etc/ianawatch.toml.");
    /** The options, under their title. */
    public static final OptionGroup GROUP = new OptionGroup("The configuration", List.of(FILE));

    private final @Nullable Path file;

    /** From the values of the options. */
    public ConfigurationOptions(Values values) {
        this(values.find(FILE));
    }

    private ConfigurationOptions(@Nullable Path file) {
        this.file = file;
    }

    /**
     * Of a file that an argument may name, too.
     *
     * @param argument the file, or null where there is none
     */
    public static ConfigurationOptions of(@Nullable Path argument, Values values) {
        if (argument != null && values.find(FILE) != null) {
            throw new UsageException("there is a file and a --config: give one of them");
        }
        return argument == null ? new ConfigurationOptions(values) : new ConfigurationOptions(argument);
    }

    /** The file, where there is one. */
    public Optional<Path> find(Console console) {
        try {
            return ConfigurationFile.find(file, console.environment());
        } catch (NoSuchFileException missing) {
            throw new UsageException("cannot read the configuration " + missing.getFile() + ": " + missing.getReason());
        }
    }

    /** What is in force. A file with anything wrong in it is refused, after all that is wrong is said. */
    public Configuration read(Console console) throws IOException {
        Path found = find(console).orElse(null);
        try {
            return reader(console).read(found);
        } catch (ConfigurationException wrong) {
            throw refused(wrong, console);
        }
    }

    /** Reads a configuration with the environment of this run. */
    public ConfigurationReader reader(Console console) {
        return new ConfigurationReader(console.environment(), Source.IANA, PortRegistry.REGISTRY.ranges());
    }

    /** Says all that is wrong, and gives what ends the command. */
    public static UsageException refused(ConfigurationException wrong, Console console) {
        wrong.problems().forEach(problem -> console.say(TerminalText.safe(problem.toString())));
        int count = wrong.problems().size();
        return new UsageException(
                "the configuration has " + count + (count == 1 ? " problem" : " problems") + ": nothing was done");
    }
}
