package org.ianawatch.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A command as data: what is parsed, shown as help, and completed by shells.
 *
 * @param name what a person types
 * @param summary one sentence
 * @param arguments in their order
 * @param groups the options, in the order of texts
 * @param notes what else is to be known, a paragraph each; a line that begins with a blank stands as it is
 * @param examples command lines
 * @param exitStatuses how it ends, but for what is so for every command
 * @param isPaged whether a pager may show its answer
 * @param subcommands those of a group; none otherwise
 */
public record Command(
        String name,
        String summary,
        List<Argument<?>> arguments,
        List<OptionGroup> groups,
        List<String> notes,
        List<Example> examples,
        List<ExitStatus> exitStatuses,
        boolean isPaged,
        Subcommands subcommands) {
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

    /** Begins a command. */
    public static Builder named(String name, String summary) {
        return new Builder(name, summary);
    }

    /** Whether it is nothing but what its commands have in common. */
    public boolean isGroup() {
        return !subcommands.names().isEmpty();
    }

    /** All options of all groups. */
    public List<Option<?>> options() {
        List<Option<?>> options = new ArrayList<>();
        groups.forEach(group -> options.addAll(group.options()));
        return options;
    }

    /** The option of that name, long or short with its hyphens; null where there is none. */
    public @Nullable Option<?> option(String optionName) {
        for (OptionGroup group : groups) {
            for (Option<?> option : group.options()) {
                if (option.names().contains(optionName)) {
                    return option;
                }
            }
        }
        return null;
    }

    /** Puts a command together. Not thread safe. */
    public static final class Builder {
        private final String name;
        private final String summary;
        private final List<Argument<?>> arguments = new ArrayList<>();
        private final List<OptionGroup> groups = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<Example> examples = new ArrayList<>();
        private final List<ExitStatus> exitStatuses = new ArrayList<>();
        private boolean isPaged;
        private Subcommands subcommands = Subcommands.NONE;

        private Builder(String name, String summary) {
            this.name = name;
            this.summary = summary;
        }

        /** Adds an argument after the others. */
        public Builder argument(Argument<?> argument) {
            arguments.add(argument);
            return this;
        }

        /** Adds options that only this command has. */
        public Builder options(Option<?>... options) {
            return group(new OptionGroup("Options", List.of(options)));
        }

        /** Adds options that it shares with others. */
        public Builder group(OptionGroup group) {
            groups.add(group);
            return this;
        }

        /** Adds options that it shares with others. */
        public Builder groups(List<OptionGroup> those) {
            groups.addAll(those);
            return this;
        }

        /** Adds paragraphs. */
        public Builder notes(String... paragraphs) {
            notes.addAll(List.of(paragraphs));
            return this;
        }

        /** Adds a command line that speaks for itself. */
        public Builder example(String line) {
            return example(line, "");
        }

        /** Adds a command line and what it does. */
        public Builder example(String line, String purpose) {
            examples.add(new Example(line, purpose));
            return this;
        }

        /** Adds a way to end. */
        public Builder exits(int code, String meaning) {
            exitStatuses.add(new ExitStatus(code, meaning));
            return this;
        }

        /** Has a pager show its answer at a terminal. */
        public Builder paged() {
            isPaged = true;
            return this;
        }

        /** Makes it a group. */
        public Builder subcommands(Subcommands those) {
            subcommands = those;
            return this;
        }

        /** The command. */
        public Command build() {
            return new Command(
                    name,
                    summary,
                    List.copyOf(arguments),
                    List.copyOf(groups),
                    List.copyOf(notes),
                    List.copyOf(examples),
                    List.copyOf(exitStatuses),
                    isPaged,
                    subcommands);
        }
    }
}
