package org.ianawatch.cli;

import org.ianawatch.cli.command.Argument;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Completion;
import org.ianawatch.cli.command.Values;

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

    int run() {
        console.out().print(Completion.script(RootCommand.COMMAND, shell));
        return ExitCode.DONE;
    }
}
