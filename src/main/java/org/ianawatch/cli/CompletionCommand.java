package org.ianawatch.cli;

import org.ianawatch.cli.command.Argument;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Completion;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.GeneralOptions;

/** {@code ianawatch completion}: the script by which shells complete commands and options. */
final class CompletionCommand {
    private static final Argument<Completion.Shell> SHELL =
            Argument.choice("SHELL", Completion.Shell.class, "The shell: bash, zsh or fish.");
    static final Command COMMAND = Command.named("completion", "Print the completion script for a shell.")
            .argument(SHELL)
            .group(GeneralOptions.GROUP)
            .example("source <(ianawatch completion bash)", "in ~/.bashrc")
            .example("source <(ianawatch completion zsh)", "in ~/.zshrc")
            .example("source (ianawatch completion fish | psub)", "in ~/.config/fish/config.fish")
            .build();

    private final Console console;
    private final Completion.Shell shell;

    CompletionCommand(Console console, Values values) {
        this.console = console;
        this.shell = values.get(SHELL);
    }

    /** Prints the script for a program of these commands. */
    int run(Command program) {
        console.out().print(Completion.script(program, shell));
        return ExitCode.DONE;
    }
}
