package org.ianawatch.cli.console;

import org.ianawatch.cli.command.Values;

/**
 * How a person wants to be spoken to.
 *
 * @param colour when to colour
 * @param isVerbose whether to say what is asked of servers, and what they answer
 * @param isQuiet whether to say nothing while all is well
 * @param isPaged whether a pager may show a long answer
 */
public record Manners(GeneralOptions.Colour colour, boolean isVerbose, boolean isQuiet, boolean isPaged) {
    /** Where no option says otherwise. */
    static final Manners STANDARD = new Manners(GeneralOptions.Colour.AUTO, false, false, true);

    /** What the options of a command say. */
    public static Manners of(Values values) {
        return new Manners(
                values.get(GeneralOptions.COLOUR),
                values.has(GeneralOptions.VERBOSE),
                values.has(SharedOptions.QUIET) || values.has(SharedOptions.QUIET_WITHOUT_CHANGES),
                !values.has(GeneralOptions.NO_PAGER));
    }
}
