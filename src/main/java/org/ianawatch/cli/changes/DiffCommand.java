package org.ianawatch.cli.changes;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ianawatch.cli.command.Argument;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Reading;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.FilterOptions;
import org.ianawatch.cli.console.ReportFormatOptions;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.group.GroupChanges;
import org.ianawatch.registry.Registry;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.store.home.StoreBusyException;
import org.jspecify.annotations.Nullable;

/** {@code ianawatch diff}: what differs between two snapshots or files. */
public final class DiffCommand {
    /** As git writes two sides; a path that begins with two dots has a slash in it. */
    private static final Pattern SPAN = Pattern.compile("([^/]*?)\\.\\.([^/]*)");

    private static final Argument<String> FROM =
            Argument.optional("FROM", Reading.text(), "The older side; latest~1 unless set.");
    private static final Argument<String> TO =
            Argument.optional("TO", Reading.text(), "The newer side; latest unless set.");
    private static final Option<Boolean> EXIT_CODE =
            Option.flag("--exit-code", "End with 1 when the sides differ, as git diff does.");
    private static final Option<Registry.Id> REGISTRY = Option.of(
            "--registry",
            "GROUP/REGISTRY",
            Registry.Id::parse,
            "The registry of two files that are not of ports: for the report or, of the XML of a group, alone.");
    public static final Command COMMAND = Command.named("diff", "Say what changed between two snapshots, or two files.")
            .argument(FROM)
            .argument(TO)
            .options(EXIT_CODE, REGISTRY)
            .group(FilterOptions.GROUP)
            .group(ReportFormatOptions.GROUP)
            .groups(CommonOptions.GROUPS)
            .notes(
                    "Each side is a snapshot's number, latest, latest~3, a date (what was known then), or a path; FROM..TO is one word for two snapshots. Two paths need no store, and may be CSVs of any registry of IANA, or the XML of a group. Dates are 2019-12-22, 2019-12, 2019, yesterday, 30d (ago), or a time in UTC.")
            .example("ianawatch diff", "the two newest snapshots")
            .example("ianawatch diff --port 272-279", "only what touches these ports")
            .example("ianawatch diff 2017..2018 --stat", "what 2018 brought, in numbers")
            .example("ianawatch diff 30d", "the last 30 days")
            .example("ianawatch diff old.csv new.csv --format json")
            .example("ianawatch diff old.csv new.csv --registry tls-parameters/tls-parameters-4")
            .example("ianawatch diff old.xml new.xml", "all registries of a group")
            .example("ianawatch diff 12 latest --kind assigned,renamed --service 'ssh*'")
            .paged()
            .build();

    private final String from;
    private final String to;
    private final FilterOptions filter;
    private final ReportFormatOptions format;
    private final boolean exitCode;
    private final Registry.@Nullable Id registry;
    private final CommonOptions common;

    private final Console console;

    public DiffCommand(Console console, Values values) {
        this.console = console;
        String first = values.find(FROM);
        String second = values.find(TO);
        Matcher span = SPAN.matcher(first == null || second != null ? "" : first);
        boolean isSpan = span.matches();
        if (isSpan && span.group(1).isEmpty()) {
            throw new UsageException(
                    "'" + first + "' has no older side: write it as 2017..2018, or 12.. up to the newest");
        }
        this.from = unlessEmpty(isSpan ? span.group(1) : first, "latest~1");
        this.to = unlessEmpty(isSpan ? span.group(2) : second, "latest");
        this.filter = new FilterOptions(values);
        this.format = new ReportFormatOptions(values);
        this.exitCode = values.has(EXIT_CODE);
        this.registry = values.find(REGISTRY);
        this.common = new CommonOptions(values);
    }

    private static String unlessEmpty(@Nullable String side, String standard) {
        return side == null || side.isEmpty() ? standard : side;
    }

    public int run() throws IOException, StoreBusyException, InterruptedException {
        Sides sides = new Sides(console, common);
        GroupSides groups = sides.groups(from, to);
        if (groups != null && registry == null) {
            return run(groups);
        }
        ChangeSet changes = groups == null || registry == null
                ? sides.diff(from, to, registry)
                : groups.diff(registry, format.columnTitles());
        List<SiteUse> uses = sides.uses();
        if (changes.from().equals(changes.to()) && sides.haveTwoNames(from, to)) {
            console.say("no snapshot was taken between " + from + " and " + to + ": both are "
                    + changes.to().label());
        }

        var wanted = filter.filter();
        ChangeSet shown = format.only(wanted, changes);
        format.write(shown, uses, console);
        boolean different =
                wanted.isEmpty() ? !changes.isEmpty() : !shown.changes().isEmpty();
        return exitCode && different ? ExitCode.DIFFERENT : ExitCode.DONE;
    }

    private int run(GroupSides groups) throws IOException {
        GroupChanges changes = groups.diff(format.columnTitles());
        var wanted = filter.filter();
        GroupChanges shown = wanted.isEmpty() ? changes : changes.only(all -> format.only(wanted, all));
        format.write(shown, console);
        return exitCode && !shown.isEmpty() ? ExitCode.DIFFERENT : ExitCode.DONE;
    }
}
