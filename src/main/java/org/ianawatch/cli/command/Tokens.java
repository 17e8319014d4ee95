package org.ianawatch.cli.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.MissingOptionException;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.jspecify.annotations.Nullable;

/** The words of one command, split into options and arguments by Commons CLI; what is wrong is said in our words. */
final class Tokens {
    private static final int LENGTH_OF_LONG = 2;

    private final List<Command> path;
    private final Command command;
    private final Instant now;

    /**
     * Of the last command of a path.
     *
     * @param path from the program on
     * @param now when the command began
     */
    Tokens(List<Command> path, Instant now) {
        this.path = List.copyOf(path);
        this.now = now;
        this.command = path.get(path.size() - 1);
    }

    /** Splits the options before the first word that is none from all that follows. */
    CommandLine beforeTheCommand(List<String> words) throws WrongArgumentsException {
        return split(words, true);
    }

    /** Splits options and arguments, which may stand in any order. */
    CommandLine all(List<String> words) throws WrongArgumentsException {
        return split(words, false);
    }

    private CommandLine split(List<String> words, boolean stopAtCommand) throws WrongArgumentsException {
        DefaultParser parser = DefaultParser.builder()
                .setAllowPartialMatching(false)
                .setStripLeadingAndTrailingQuotes(false)
                .get();
        try {
            return parser.parse(options(), words.toArray(String[]::new), stopAtCommand);
        } catch (UnrecognizedOptionException unknown) {
            throw wrong(unknown(unknown.getOption()));
        } catch (MissingArgumentException missing) {
            Option<?> option = option(missing.getOption());
            throw wrong(option.name() + " needs " + option.wanted() + " after it: " + begun(option.description()));
        } catch (MissingOptionException missing) {
            Option<?> option = command.options().stream()
                    .filter(Option::isRequired)
                    .filter(required -> missing.getMissingOptions().contains(key(required)))
                    .findFirst()
                    .orElseThrow();
            throw wrong(name() + " needs " + option.shown() + ": " + begun(option.description()));
        } catch (ParseException other) {
            throw wrong(String.valueOf(other.getMessage()));
        }
    }

    private Options options() {
        Options options = new Options();
        command.options()
                .forEach(option -> options.addOption(org.apache.commons.cli.Option.builder(shortName(option))
                        .longOpt(option.name().substring(LENGTH_OF_LONG))
                        .hasArg(option.takesValue())
                        .required(option.isRequired())
                        .get()));
        return options;
    }

    private static @Nullable String shortName(Option<?> option) {
        return option.names().size() > 1 ? option.names().get(0).substring(1) : null;
    }

    private static String key(Option<?> option) {
        String shortName = shortName(option);
        return shortName == null ? option.name().substring(LENGTH_OF_LONG) : shortName;
    }

    private Option<?> option(org.apache.commons.cli.Option known) {
        return Objects.requireNonNull(command.option("--" + known.getLongOpt()));
    }

    /** Reads what was split. */
    Values values(CommandLine line) throws WrongArgumentsException {
        IdentityHashMap<Object, List<Object>> values = new IdentityHashMap<>();
        for (Option<?> option : command.options()) {
            List<Object> read = new ArrayList<>();
            if (option.takesValue()) {
                String[] given = line.getOptionValues(key(option));
                String standard = option.standard();
                List<String> texts = given != null ? List.of(given) : standard != null ? List.of(standard) : List.of();
                for (String text : texts) {
                    for (String part : option.isList() ? text.split(",", -1) : new String[] {text}) {
                        read.add(read(option.name(), option.reading(), part));
                    }
                }
            } else if (line.hasOption(key(option))) {
                read.add(true);
            }
            if (!read.isEmpty()) {
                values.put(option, read);
            }
        }
        arguments(line.getArgList(), values);
        return new Values(values);
    }

    private void arguments(List<String> words, IdentityHashMap<Object, List<Object>> values)
            throws WrongArgumentsException {
        int next = 0;
        int needed = 0;
        for (Argument<?> argument : command.arguments()) {
            needed += argument.least();
        }
        for (Argument<?> argument : command.arguments()) {
            needed -= argument.least();
            int count = Math.min(argument.most(), words.size() - next - needed);
            if (count < argument.least()) {
                throw wrong(name() + " needs " + argument.label() + ": " + begun(argument.description()));
            }
            List<Object> read = new ArrayList<>();
            for (String word : words.subList(next, next + Math.max(0, count))) {
                read.add(read(argument.label(), argument.reading(), word));
            }
            next += read.size();
            if (!read.isEmpty()) {
                values.put(argument, read);
            }
        }
        if (next < words.size()) {
            throw wrong("'" + words.get(next) + "' is too much: " + name()
                    + (command.arguments().isEmpty() ? " takes options alone" : " takes no more than " + shown()));
        }
    }

    private String name() {
        return Parsed.names(path.subList(Math.min(1, path.size() - 1), path.size()));
    }

    private String shown() {
        return String.join(
                " ", command.arguments().stream().map(Argument::label).toList());
    }

    private Object read(String name, Reading<?> reading, String word) throws WrongArgumentsException {
        try {
            return reading.read(word, now);
        } catch (IllegalArgumentException wrong) {
            throw wrong(name + ": " + wrong.getMessage());
        }
    }

    /** Why a word that begins with a hyphen is no option. */
    String unknown(String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        if (command.option(name) != null) {
            return name + " takes no value";
        }
        List<String> near =
                NearNames.of(name, command.options().stream().map(Option::name).toList());
        return "there is no option " + name + didYouMean(near);
    }

    /** The end of a sentence. */
    static String didYouMean(List<String> near) {
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }

    WrongArgumentsException wrong(String message) {
        return new WrongArgumentsException(Parsed.names(path), message);
    }

    /** A description as the end of a sentence. */
    private static String begun(String description) {
        String text = description.replaceFirst("\\.$", "");
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
