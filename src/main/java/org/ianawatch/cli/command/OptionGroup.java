package org.ianawatch.cli.command;

import java.util.ArrayList;
import java.util.List;

/**
 * Options that texts show together.
 *
 * @param title what they have in common
 * @param options in the order of texts
 */
public record OptionGroup(String title, List<Option<?>> options) {
    /** The same with one more option, the last. */
    public OptionGroup with(Option<?> another) {
        List<Option<?>> all = new ArrayList<>(options);
        all.add(another);
        return new OptionGroup(title, List.copyOf(all));
    }
}
