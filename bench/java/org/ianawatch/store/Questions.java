package org.ianawatch.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.query.Queries;
import org.ianawatch.store.query.QueryException;
import org.ianawatch.store.query.QueryLimits;
import org.ianawatch.store.query.QueryResult;
import org.jspecify.annotations.Nullable;

/** Asks the questions of a document, and exports snapshots, one after the other, warm. */
public final class Questions {
    private static final Pattern QUESTION = Pattern.compile(
            "^## (\\d+\\. [^\n]*)\n(?:(?!^## ).)*?^```sql\n(.*?);\n```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final QueryLimits LIMITS = new QueryLimits(Duration.ofSeconds(60), 1_000_000);
    /** Where a question is about a year, a long history has more changes in it than a person would read. */
    private static final String YEAR = "observed_at >= DATE '2023-07-01' AND observed_at < DATE '2024-07-01'";

    private static final String WEEK = "observed_at >= DATE '2023-07-01' AND observed_at < DATE '2023-07-08'";
    private static final int WARMING = 3;
    private static final int MEASURED = 9;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(20);

    /** In each question as a comment: H2 would give the last answer again to the same words. */
    private static int asked;

    private Questions() {}

    /** Prints a table; takes the document and the folder of a store. */
    public static void main(String[] arguments) throws Exception {
        Home home = new Home(Path.of(arguments[1]), PortRegistry.REGISTRY);
        print("%-86s %8s %9s %9s", "", "rows", "first ms", "warm ms");
        for (MatchResult question : QUESTION.matcher(Files.readString(Path.of(arguments[0])))
                .results()
                .toList()) {
            ask(home, question.group(1), question.group(2));
            String ofAWeek = question.group(2).replace(YEAR, WEEK);
            if (!ofAWeek.equals(question.group(2))) {
                ask(home, question.group(1) + " (A week)", ofAWeek);
            }
        }
        try (Store store = Stores.open(home, Duration.ZERO)) {
            int last = store.newest().orElseThrow().number();
            for (int number : new int[] {1, (last + 1) / 2, last}) {
                SnapshotSelector selector = SnapshotSelector.number(number);
                measure(
                        "export --at " + number,
                        () -> store.file(store.find(selector)).records().size());
            }
        }
    }

    /** Opens the store for each question, as the prompt does: H2 keeps the answers of all that were asked before. */
    private static void ask(Home home, String name, String question) throws Exception {
        try (Queries queries = Queries.open(home, null, LIMITS, Duration.ZERO)) {
            measure(name, () -> rows(queries, question));
        } catch (QueryException unanswered) {
            print("%-86s has no answer: %s", name, unanswered.getMessage());
        }
    }

    /** How many rows the answer has. */
    private static int rows(Queries queries, String question) throws Exception {
        int count = 0;
        asked++;
        try (QueryResult result = queries.run(question + "\n-- " + asked)) {
            for (List<@Nullable Object> row = result.next(); row != null; row = result.next()) {
                count++;
            }
        }
        return count;
    }

    private static void measure(String name, Callable<Integer> work) throws Exception {
        List<Long> nanos = new ArrayList<>();
        int rows = 0;
        long end = System.nanoTime() + LONGEST_NANOS;
        while (nanos.size() < WARMING + MEASURED && (nanos.isEmpty() || System.nanoTime() < end)) {
            long start = System.nanoTime();
            rows = work.call();
            nanos.add(System.nanoTime() - start);
        }
        long first = nanos.get(0);
        List<Long> warm = nanos.subList(Math.min(WARMING, nanos.size() - 1), nanos.size());
        Collections.sort(warm);
        print("%-86s %8d %9.0f %9.1f", name, rows, first / 1e6, warm.get(warm.size() / 2) / 1e6);
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
