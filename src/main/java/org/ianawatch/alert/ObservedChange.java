package org.ianawatch.alert;

import java.util.List;
import org.ianawatch.diff.Change;
import org.ianawatch.registry.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A change, with what a rule asks of it beside the change itself.
 *
 * @param change what changed
 * @param rows the whole rows that it speaks of, before and after; a change alone has only their differences
 * @param meaning what it means for a port or name that this site uses, in one line; null where it uses none
 */
public record ObservedChange(Change change, List<Entry> rows, @Nullable String meaning) {}
