package org.ianawatch.cli.command;

import java.util.ArrayList;
import java.util.List;

/** Lines of fish's {@code complete}, each with the condition under which it holds. Not thread safe. */
final class FishCompletion {
    private static final int LENGTH_OF_LONG = 2;

    private final Command program;
    private final StringBuilder script = new StringBuilder();

    private FishCompletion(Command program) {
        this.program = program;
    }

    static String script(Command program) {
        FishCompletion completion = new FishCompletion(program);
        completion.script.append("# Completion of ").append(program.name()).append(" for fish.\n");
        completion.line("-f");
        completion.add(program, List.of());
        return completion.script.toString();
    }

    private void add(Command command, List<String> path) {
        List<String> conditions = new ArrayList<>();
        path.forEach(name -> conditions.add("__fish_seen_subcommand_from " + name));
        if (command.isGroup()) {
            conditions.add("not __fish_seen_subcommand_from "
                    + String.join(" ", command.subcommands().names()));
        }
        String condition = "-n " + quoted(String.join("; and ", conditions));
        for (Option<?> option : command.options()) {
            List<String> words = new ArrayList<>(List.of(condition));
            if (option.names().size() > 1) {
                words.add("-s " + option.names().get(0).substring(1));
            }
            words.add("-l " + option.name().substring(LENGTH_OF_LONG));
            if (option.takesValue()) {
                words.add(values(option.wanted(), option.choices(), "-x"));
            }
            words.add("-d " + quoted(option.description()));
            line(String.join(" ", words));
        }
        for (Argument<?> argument : command.arguments()) {
            String values = values(argument.label(), argument.choices(), "");
            if (!values.isEmpty()) {
                line(condition + " " + values);
            }
        }
        for (Command subcommand : command.subcommands().all()) {
            line(condition + " -a " + subcommand.name() + " -d " + quoted(subcommand.summary()));
            List<String> further = new ArrayList<>(path);
            further.add(subcommand.name());
            add(subcommand, further);
        }
    }

    /** What is offered as a value; {@code -x} is one of which nothing is known. */
    private static String values(String label, List<String> choices, String otherwise) {
        if (!choices.isEmpty()) {
            return (otherwise.isEmpty() ? "" : otherwise + " ") + "-a " + quoted(String.join(" ", choices));
        }
        return Argument.isPath(label) ? otherwise.isEmpty() ? "-F" : "-r -F" : otherwise;
    }

    private void line(String words) {
        script.append("complete -c ")
                .append(program.name())
                .append(' ')
                .append(words)
                .append('\n');
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
