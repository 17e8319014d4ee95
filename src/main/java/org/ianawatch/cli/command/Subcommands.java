package org.ianawatch.cli.command;

import java.util.List;
import java.util.function.Function;

/**
 * The commands of a group. The model of one is made when it is asked for, since a start needs that of one alone.
 *
 * @param names in the order of texts
 * @param model gives the command of a name that is among them
 */
public record Subcommands(List<String> names, Function<String, Command> model) {
    static final Subcommands NONE = of(List.of());

    /** Those of models that are there. */
    public static Subcommands of(List<Command> commands) {
        return new Subcommands(commands.stream().map(Command::name).toList(), name -> commands.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    /** All models in the order of texts. */
    public List<Command> all() {
        return names.stream().map(model).toList();
    }
}
