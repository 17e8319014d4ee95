package org.ianawatch.cli.console;

import java.util.List;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.OptionGroup;
import org.ianawatch.cli.command.Parser;

/** The options of every command. */
public final class GeneralOptions {
    /** When to colour. */
    public enum Colour {
        /** On a terminal that can, unless the environment says otherwise. */
        AUTO,
        /** Wherever the output goes. */
        ALWAYS,
        /** Nowhere. */
        NEVER
    }

    static final Option<Colour> COLOUR = Option.choice(
                    "--color", "WHEN", Colour.class, "auto, always or never; auto unless set.")
            .unlessSet("auto");
    static final Option<Boolean> NO_PAGER = Option.flag("--no-pager", "Print a long answer without a pager.");
    static final Option<Boolean> VERBOSE = Option.flag(
                    "--verbose", "Say what is asked of servers, and what they answer.")
            .or("-v");
    /** Whether to show where in the program a failure came from. */
    public static final Option<Boolean> DEBUG =
            Option.flag("--debug", "Show where in the program a failure came from.");

    static final List<Option<?>> ALL = List.of(COLOUR, NO_PAGER, VERBOSE, DEBUG, Parser.HELP);
    /** The options, under their title. */
    public static final OptionGroup GROUP = new OptionGroup("Of every command", ALL);

    private GeneralOptions() {}
}
