package org.ianawatch.cli.console;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.OptionGroup;
import org.ianawatch.cli.command.Values;
import org.ianawatch.diff.ChangeFilter;
import org.ianawatch.diff.Glob;
import org.ianawatch.diff.Kind;
import org.ianawatch.registry.Ports;
import org.ianawatch.registry.Span;

/** The options that pick changes. */
public final class FilterOptions {
    static final Option<Span> PORTS = Option.of(
                    "--port", "N|A-B", Ports::parse, "Only changes that touch these ports; may be given several times.")
            .list();
    /** Which kinds of change. */
    public static final Option<Kind> KINDS = Option.of(
                    "--kind",
                    "KIND",
                    Readings::kind,
                    "Only assigned, deassigned, renamed, reserved, unassigned, amended changes.")
            .offering(Kind.OF_PORTS.stream().map(Kind::word).toList())
            .list();

    static final Option<Glob> SERVICES = Option.of(
                    "--service", "GLOB", Glob::new, "Only changes of service names like this, such as 'ssh*'.")
            .list();
    /** The options, under their title. */
    public static final OptionGroup GROUP = new OptionGroup("Which changes", List.of(PORTS, KINDS, SERVICES));

    private final List<Span> ports;
    private final List<Kind> kinds;
    private final List<Glob> services;

    /** From the values of the options. */
    public FilterOptions(Values values) {
        this.ports = values.all(PORTS);
        this.kinds = values.all(KINDS);
        this.services = values.all(SERVICES);
    }

    /** What lets through the changes that are meant. */
    public ChangeFilter filter() {
        Set<Kind> wanted = EnumSet.noneOf(Kind.class);
        wanted.addAll(kinds);
        return new ChangeFilter(ports, wanted, services);
    }
}
