package org.ianawatch.cli.command;

import java.util.List;
import java.util.stream.Collectors;

/** A function of bash that finds the command in the words before the cursor, and offers what may follow. Not thread safe. */
final class BashCompletion {
    private static final String SCRIPT =
            """
            # Completion of PROGRAM for bash.
            _complete_PROGRAM() {
                local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command='' index
                COMPREPLY=()
                # Readline splits at an equals sign.
                case $word in =) word='' ;; esac
                case $previous in =) previous=${COMP_WORDS[COMP_CWORD - 2]} ;; esac
                for ((index = 1; index < COMP_CWORD; index++)); do
                    case $command/${COMP_WORDS[index]} in
            COMMANDS
                    esac
                done
                case $command/$previous in
            VALUES
                esac
                case $command in
            WORDS
                esac
            }

            _complete_PROGRAM_files() {
                compopt -o filenames 2>/dev/null
                local IFS=$'\\n'
                COMPREPLY=($(compgen -f -- "$1"))
            }

            complete -F _complete_PROGRAM PROGRAM
            """;

    private final Command program;
    private final StringBuilder commands = new StringBuilder();
    private final StringBuilder values = new StringBuilder();
    private final StringBuilder words = new StringBuilder();

    private BashCompletion(Command program) {
        this.program = program;
    }

    static String script(Command program) {
        BashCompletion completion = new BashCompletion(program);
        completion.add(program, "");
        return SCRIPT.replace("PROGRAM", program.name())
                .replace("COMMANDS\n", completion.commands)
                .replace("VALUES\n", completion.values)
                .replace("WORDS\n", completion.words);
    }

    private void add(Command command, String name) {
        for (Command subcommand : command.subcommands().all()) {
            String full = name.isEmpty() ? subcommand.name() : name + " " + subcommand.name();
            line(commands, 2, quoted(name + "/" + subcommand.name()) + ") command=" + quoted(full) + " ;;");
            add(subcommand, full);
        }
        for (Option<?> option :
                command.options().stream().filter(Option::takesValue).toList()) {
            String names = option.names().stream()
                    .map(optionName -> quoted(name + "/" + optionName))
                    .collect(Collectors.joining(" | "));
            line(commands, 2, names + ") ((index++)) ;;");
            line(values, 1, names + ") " + offer(option.wanted(), option.choices()) + "; return ;;");
        }
        List<String> options = command.options().stream().map(Option::name).toList();
        StringBuilder others = new StringBuilder();
        if (command.isGroup()) {
            others.append(offer("", command.subcommands().names()));
        }
        for (Argument<?> argument : command.arguments()) {
            if (others.isEmpty()) {
                others.append(offer(argument.label(), argument.choices()));
            }
        }
        line(
                words,
                1,
                quoted(name) + ") case $word in -*) " + offer("", options) + " ;; *) "
                        + (others.isEmpty() ? ":" : others) + " ;; esac ;;");
    }

    private String offer(String label, List<String> choices) {
        if (!choices.isEmpty()) {
            return "COMPREPLY=($(compgen -W " + quoted(String.join(" ", choices)) + " -- \"$word\"))";
        }
        return Argument.isPath(label) ? "_complete_" + program.name() + "_files \"$word\"" : ":";
    }

    private static void line(StringBuilder script, int depth, String line) {
        script.append("    ".repeat(depth)).append(line).append('\n');
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
