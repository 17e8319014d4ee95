package org.ianawatch.cli.command;

import java.util.ArrayList;
import java.util.List;

/**
 * A command line that was understood.
 *
 * @param path the program and the commands that were named, the last one to be done
 * @param values what was given; nothing where help is asked for
 * @param asksForHelp whether the person wants to read about the command instead
 */
public record Parsed(List<Command> path, Values values, boolean asksForHelp) {
    /** The command that is meant. */
    public Command command() {
        return path.get(path.size() - 1);
    }

    /** The names without the program's, such as {@code uses add}; empty for the program itself. */
    public String name() {
        return names(path.subList(1, path.size()));
    }

    /** The names as a person types them, such as {@code ianawatch uses add}. */
    public String qualifiedName() {
        return names(path);
    }

    static String names(List<Command> path) {
        List<String> names = new ArrayList<>();
        path.forEach(command -> names.add(command.name()));
        return String.join(" ", names);
    }
}
