package org.ianawatch.cli.port;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ianawatch.answer.Answers;
import org.ianawatch.answer.Found;
import org.ianawatch.answer.SearchQuery;
import org.ianawatch.cli.command.Argument;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Reading;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.Readings;
import org.ianawatch.cli.console.SharedOptions;
import org.ianawatch.cli.console.TableFormat;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Column;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.home.StoreBusyException;
import org.jspecify.annotations.Nullable;

/** {@code ianawatch search}: the registrations that say something. */
public final class SearchCommand {
    private static final int LINES_OF_A_PAGE = 20;

    private static final Argument<String> TEXTS =
            Argument.several("TEXT", Reading.text(), "A name, words, a glob, or the number of a port.");
    private static final Option<SearchField> FIELDS = Option.choice(
                    "--field",
                    "FIELD",
                    SearchField.class,
                    "Only in these: name, description, assignee, contact, reference, note.")
            .list();
    private static final Option<SnapshotSelector> AT = Option.timed(
            "--at",
            "DATE",
            SnapshotSelector::parse,
            "A date (what was known then), a snapshot's number, or latest~3; the newest unless set.");
    private static final Option<Boolean> ALL_TIME =
            Option.flag("--all-time", "In all snapshots: also what is gone, with when it was seen.");
    private static final Option<Integer> LIMIT = Option.of(
                    "--limit",
                    "NUMBER",
                    Readings::integer,
                    "At most so many results; 20 unless set in text, all in the other formats.")
            .or("-n");
    private static final Option<Boolean> EXIT_CODE =
            Option.flag("--exit-code", "End with 1 when nothing was found, as grep does.");
    public static final Command COMMAND = Command.named(
                    "search", "Find registrations by name, alias, description, assignee, contact, reference or note.")
            .argument(TEXTS)
            .options(FIELDS, AT, ALL_TIME, LIMIT, SharedOptions.TABLE_FORMAT, EXIT_CODE)
            .groups(CommonOptions.GROUPS)
            .notes(
                    "The name itself stands first, then names that begin so, then whole words in names and descriptions, then words elsewhere, then parts of words. Several words must all be there. Case does not matter. * and ? in a glob stand for any characters and for one, in names alone. A number finds its port, too.")
            .example("ianawatch search ssh")
            .example("ianawatch search 'ssh*' --at 2017-06-01 --format json")
            .example("ianawatch search secure shell --field name,description")
            .example("ianawatch search nvm-express --all-time", "also what is gone, with when it was seen")
            .paged()
            .build();

    private final List<String> texts;
    private final List<SearchField> fields;
    private final @Nullable SnapshotSelector at;
    private final boolean allTime;
    private final @Nullable Integer limit;
    private final TableFormat form;
    private final boolean exitCode;
    private final CommonOptions common;

    private final Console console;

    public SearchCommand(Console console, Values values) {
        this.console = console;
        this.texts = values.all(TEXTS);
        this.fields = values.all(FIELDS);
        this.at = values.find(AT);
        this.allTime = values.has(ALL_TIME);
        this.limit = values.find(LIMIT);
        this.form = values.get(SharedOptions.TABLE_FORMAT);
        this.exitCode = values.has(EXIT_CODE);
        this.common = new CommonOptions(values);
    }

    public int run() throws IOException, StoreBusyException, InterruptedException {
        if (allTime && at != null) {
            throw new UsageException("--at asks for one snapshot and --all-time for all: leave one of them out");
        }
        SearchQuery query = query();
        Answers answers = common.answers(console);
        SnapshotEntry snapshot = answers.find(at == null ? SnapshotSelector.latest() : at);
        List<Found> found = allTime ? answers.searchEverywhere(query) : answers.search(query, snapshot);
        int shown = limit != null ? limit : form == TableFormat.TEXT ? LINES_OF_A_PAGE : Integer.MAX_VALUE;
        SearchResults results = new SearchResults(
                query, snapshot, allTime ? SnapshotEntry.byNumber(answers.snapshots()) : Map.of(), found, shown);
        switch (form) {
            case JSON -> SearchJson.write(results, console.out());
            case CSV -> SearchCsv.write(results, console.out());
            default -> new SearchPrinter(console).print(results, answers);
        }
        return found.isEmpty() && exitCode ? ExitCode.DIFFERENT : ExitCode.DONE;
    }

    private SearchQuery query() {
        if (limit != null && limit < 1) {
            throw new UsageException("--limit " + limit + " shows nothing: write 1 or more");
        }
        Set<Column> wanted = fields.stream().map(SearchField::column).collect(Collectors.toSet());
        try {
            return SearchQuery.of(
                    String.join(" ", texts.stream().map(SearchCommand::port).toList()), wanted, PortRegistry.ROLES);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
    }

    /** As other commands print a port, with a transport behind it; a search goes by the port. */
    private static String port(String text) {
        return text.replaceFirst("^(\\d{1,5})/(?:tcp|udp|sctp|dccp)$", "$1");
    }
}
