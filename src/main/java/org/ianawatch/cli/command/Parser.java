package org.ianawatch.cli.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.commons.cli.CommandLine;

/**
 * Understands a command line. Options of the program may stand before the command, which passes over those that it does not
 * have; after {@code --} everything is an argument. Not thread safe.
 */
public final class Parser {
    /** Asks for help, wherever it stands. */
    public static final Option<Boolean> HELP =
            Option.flag("--help", "Show this help.").or("-h");

    /** Asks for the version, whatever else there is. */
    public static final Option<Boolean> VERSION =
            Option.flag("--version", "Print the version.").or("-V");

    private static final String END_OF_OPTIONS = "--";
    private static final String HELP_COMMAND = "help";
    private static final Values NOTHING = new Values(new IdentityHashMap<>());

    private final List<Command> path = new ArrayList<>();
    private final List<String> before = new ArrayList<>();
    private boolean asksForHelp;

    private final Instant now;

    private Parser(Instant now) {
        this.now = now;
    }

    /**
     * Understands the words after the program's name.
     *
     * @param now when the command began
     * @throws WrongArgumentsException when they cannot be
     */
    public static Parsed parse(Command program, List<String> words, Instant now) throws WrongArgumentsException {
        return new Parser(now).descend(program, words);
    }

    private Parsed descend(Command command, List<String> words) throws WrongArgumentsException {
        path.add(command);
        return command.isGroup() ? group(command, words) : leaf(command, words);
    }

    private Parsed group(Command command, List<String> words) throws WrongArgumentsException {
        CommandLine line = tokens().beforeTheCommand(words);
        for (org.apache.commons.cli.Option option : line.getOptions()) {
            String name = END_OF_OPTIONS + option.getLongOpt();
            asksForHelp |= HELP.name().equals(name);
            before.add(option.hasArg() ? name + "=" + option.getValue() : name);
        }
        List<String> rest = new ArrayList<>(line.getArgList());
        while (!rest.isEmpty() && asksForHelp(rest.get(0))) {
            asksForHelp = true;
            rest.remove(0);
        }
        if (rest.isEmpty() || (!asksForHelp && before.contains(VERSION.name()))) {
            return new Parsed(List.copyOf(path), values(), asksForHelp);
        }
        return descend(subcommand(command, rest.get(0)), rest.subList(1, rest.size()));
    }

    private static boolean asksForHelp(String word) {
        return word.equals(HELP_COMMAND) || HELP.names().contains(word);
    }

    /** What a group itself was given; of its options those before the command alone are its own. */
    private Values values() throws WrongArgumentsException {
        return asksForHelp ? NOTHING : tokens().values(tokens().all(before));
    }

    private Command subcommand(Command command, String name) throws WrongArgumentsException {
        Command.Subcommands subcommands = command.subcommands();
        if (subcommands.names().contains(name)) {
            return subcommands.model().apply(name);
        }
        if (name.startsWith("-")) {
            throw tokens().wrong(tokens().unknown(name));
        }
        List<String> near = NearNames.of(name, subcommands.names());
        boolean isProgram = path.size() == 1;
        String hint = near.isEmpty() && !isProgram
                ? ": there are " + String.join(", ", subcommands.names())
                : Tokens.didYouMean(near);
        throw tokens().wrong("'" + name + "' is no command" + (isProgram ? "" : " of " + command.name()) + hint);
    }

    private Parsed leaf(Command command, List<String> words) throws WrongArgumentsException {
        int end = words.indexOf(END_OF_OPTIONS);
        List<String> options = end < 0 ? words : words.subList(0, end);
        if (asksForHelp
                || options.contains(HELP.name())
                || options.contains(HELP.names().get(0))) {
            return new Parsed(List.copyOf(path), NOTHING, true);
        }
        List<String> all = new ArrayList<>();
        for (String word : before) {
            int equals = word.indexOf('=');
            if (command.option(equals < 0 ? word : word.substring(0, equals)) != null) {
                all.add(word);
            }
        }
        all.addAll(words);
        Tokens tokens = tokens();
        return new Parsed(List.copyOf(path), tokens.values(tokens.all(all)), false);
    }

    private Tokens tokens() {
        return new Tokens(path, now);
    }
}
