package org.ianawatch.cli.console;

import java.util.ArrayList;
import java.util.List;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.OptionGroup;

/** What may stand before a command; it passes over what it does not have. */
public final class GroupOptions {
    public static final OptionGroup GROUP = new OptionGroup("Options", options());

    private GroupOptions() {}

    private static List<Option<?>> options() {
        List<Option<?>> options =
                new ArrayList<>(List.of(ConfigurationOptions.FILE, CommonOptions.HOME, CommonOptions.PATIENCE));
        options.addAll(GeneralOptions.ALL);
        return options;
    }
}
