package org.ianawatch.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        Map<String, Command> byName = new LinkedHashMap<>();
        commands.forEach(command -> byName.put(command.name(), command));
        return new Subcommands(List.copyOf(byName.keySet()), name -> Objects.requireNonNull(byName.get(name)));
    }

    /** All models in the order of texts. */
    public List<Command> all() {
        return names.stream().map(model).toList();
    }
}
