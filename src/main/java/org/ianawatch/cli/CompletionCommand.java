package org.ianawatch.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ianawatch completion}: the script by which shells complete commands and options. */
@Command(
        name = "completion",
        description = "Print the completion script for a shell.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  source <(ianawatch completion bash)    in ~/.bashrc",
            "  source <(ianawatch completion zsh)     in ~/.zshrc"
        })
final class CompletionCommand implements Callable<Integer> {
    /** The shells that there is a script for. */
    enum Shell {
        /** GNU bash. */
        BASH,
        /** zsh, by its emulation of bash's completion. */
        ZSH
    }

    @Parameters(paramLabel = "SHELL", converter = Converters.Shells.class, description = "bash or zsh.")
    private Shell shell = Shell.BASH;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it.
    private HelpOption help = new HelpOption();

    private final Console console;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("ianawatch", new Program(console).commandLine());
        String prologue = shell == Shell.ZSH
                ? "autoload -U +X compinit && compinit -u\nautoload -U +X bashcompinit && bashcompinit\n"
                : "";
        console.out().print(prologue + script);
        return ExitCode.DONE;
    }
}
