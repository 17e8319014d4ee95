package org.ianawatch.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ianawatch.diff.ChangeFilter;
import org.ianawatch.diff.Glob;
import org.ianawatch.diff.Kind;
import org.ianawatch.registry.PortRange;
import picocli.CommandLine.Option;

/** The options that pick changes. */
final class FilterOptions {
    @Option(
            names = "--port",
            paramLabel = "N|A-B",
            split = ",",
            converter = Converters.Ports.class,
            description = "Only changes that touch these ports; may be given several times.")
    private List<PortRange> ports = List.of();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            converter = Converters.Kinds.class,
            description = "Only assigned, deassigned, renamed, reserved, unassigned, amended changes.")
    private List<Kind> kinds = List.of();

    @Option(
            names = "--service",
            paramLabel = "GLOB",
            split = ",",
            converter = Converters.Globs.class,
            description = "Only changes of service names like this, such as 'ssh*'.")
    private List<Glob> services = List.of();

    ChangeFilter filter() {
        Set<Kind> wanted = EnumSet.noneOf(Kind.class);
        wanted.addAll(kinds);
        return new ChangeFilter(ports, wanted, services);
    }
}
