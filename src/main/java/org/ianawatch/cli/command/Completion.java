package org.ianawatch.cli.command;

/** The scripts by which shells complete commands, options, and the values that can be listed. */
public final class Completion {
    /** The shells that there is a script for. */
    public enum Shell {
        /** GNU bash. */
        BASH,
        /** zsh, by its emulation of bash's completion. */
        ZSH,
        /** fish. */
        FISH
    }

    private static final String EMULATION =
            "autoload -U +X compinit && compinit -u\nautoload -U +X bashcompinit && bashcompinit\n";

    private Completion() {}

    /** The script for all commands of a program. */
    public static String script(Command program, Shell shell) {
        return switch (shell) {
            case BASH -> BashCompletion.script(program);
            case ZSH -> EMULATION + BashCompletion.script(program);
            case FISH -> FishCompletion.script(program);
        };
    }
}
