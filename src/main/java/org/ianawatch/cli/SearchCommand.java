package org.ianawatch.cli;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ianawatch.store.Found;
import org.ianawatch.store.SearchField;
import org.ianawatch.store.SearchQuery;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ianawatch search}: the registrations that say something. */
@Command(
        name = "search",
        description = "Find registrations by name, alias, description, assignee, contact, reference or note.",
        sortOptions = false,
        footer = {
            "",
            "The name itself stands first, then names that begin so, then whole words in names and descriptions, then words",
            "elsewhere, then parts of words. Several words must all be there. Case does not matter. * and ? in a",
            "glob stand for any characters and for one, in names alone. A number finds its port, too.",
            "",
            "Examples:",
            "  ianawatch search ssh",
            "  ianawatch search 'ssh*' --at 2017-06-01 --format json",
            "  ianawatch search secure shell --field name,description",
            "  ianawatch search nvm-express --all-time            also what is gone, with when it was seen"
        })
final class SearchCommand implements Callable<Integer> {
    /** The forms of the results. */
    enum Form {
        /** For people at a terminal. */
        TEXT,
        /** For programs. */
        JSON,
        /** For spreadsheets, a line for each registration. */
        CSV
    }

    private static final int LINES_OF_A_PAGE = 20;

    @Parameters(paramLabel = "TEXT", arity = "1..*", description = "A name, words, a glob, or the number of a port.")
    private List<String> texts = List.of();

    @Option(
            names = "--field",
            paramLabel = "FIELD",
            split = ",",
            converter = Converters.SearchFields.class,
            description = "Only in these: name, description, assignee, contact, reference, note.")
    private List<SearchField> fields = List.of();

    @Option(
            names = "--at",
            paramLabel = "DATE",
            converter = Converters.Selectors.class,
            description = "A date (what was known then), a snapshot's number, or latest~3; the newest unless set.")
    private @Nullable SnapshotSelector at;

    @Option(names = "--all-time", description = "In all snapshots: also what is gone, with when it was seen.")
    private boolean allTime;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "NUMBER",
            description = "At most so many results; 20 unless set in text, all in the other formats.")
    private @Nullable Integer limit;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Converters.SearchForms.class,
            description = "text, json or csv; ${DEFAULT-VALUE} unless set.")
    private Form form = Form.TEXT;

    @Option(names = "--exit-code", description = "End with 1 when nothing was found, as grep does.")
    private boolean exitCode;

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Console console;

    SearchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, StoreBusyException, InterruptedException {
        if (allTime && at != null) {
            throw new UsageException("--at asks for one snapshot and --all-time for all: leave one of them out");
        }
        SearchQuery query = query();
        try (Store store = common.open(console)) {
            SnapshotEntry snapshot = store.find(at == null ? SnapshotSelector.latest() : at);
            List<Found> found = allTime ? store.searchEverywhere(query) : store.search(query, snapshot);
            int shown = limit != null ? limit : form == Form.TEXT ? LINES_OF_A_PAGE : Integer.MAX_VALUE;
            SearchResults results = new SearchResults(
                    query, snapshot, allTime ? SnapshotEntry.byNumber(store.snapshots()) : Map.of(), found, shown);
            switch (form) {
                case JSON -> SearchJson.write(results, console.out());
                case CSV -> SearchCsv.write(results, console.out());
                default -> new SearchPrinter(console.out(), console.style()).print(results, store);
            }
            return found.isEmpty() && exitCode ? ExitCode.DIFFERENT : ExitCode.DONE;
        }
    }

    private SearchQuery query() {
        if (limit != null && limit < 1) {
            throw new UsageException("--limit " + limit + " shows nothing: write 1 or more");
        }
        Set<SearchField> wanted = EnumSet.noneOf(SearchField.class);
        wanted.addAll(fields);
        try {
            return SearchQuery.of(String.join(" ", texts), wanted);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
    }
}
