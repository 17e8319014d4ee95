package org.ianawatch.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ianawatch.alert.Outcome;
import org.ianawatch.made.MovableClock;
import org.ianawatch.registry.Use;
import org.ianawatch.store.Delivery;
import org.ianawatch.store.OutgoingMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a scrape gets, whole, against files. {@code -Dgolden.update=true} rewrites the files, and fails, so that no build
 * passes by it; read the difference before committing it.
 */
class MetricsPageTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/watch");
    private static final String OPEN_METRICS = "application/openmetrics-text;version=1.0.0";
    /** What Prometheus 3 sends, with native histograms and without. */
    private static final String OF_PROMETHEUS =
            "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;"
                    + "version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2";

    private static final String WITH_HISTOGRAMS =
            "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited;q=0.7,"
                    + OF_PROMETHEUS;
    private static final String PROTOCOL_BUFFERS_ALONE =
            "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited";

    private final MovableClock clock = new MovableClock(WatchedStore.START);
    private final Board board = new Board();
    private final Page page = new MetricsPage(board, clock, "1.2.3");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({"metrics.txt, ", "metrics.openmetrics.txt, " + OPEN_METRICS})
    void everyCharacterIsAsWritten(String name, String accept) throws Exception {
        work();
        Path golden = GOLDEN.resolve(name);
        String actual = text(page.answer(accept));
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, actual);
            fail(golden + " was rewritten; run again without -Dgolden.update");
        }
        assertEquals(Files.readString(golden), actual);
    }

    @Test
    void theFormIsTheOneThatIsAcceptedAndThere() {
        String openMetrics = "application/openmetrics-text; version=1.0.0; charset=utf-8";
        String text = "text/plain; version=0.0.4; charset=utf-8";

        assertEquals(openMetrics, page.answer(OPEN_METRICS).contentType());
        assertEquals(openMetrics, page.answer(OF_PROMETHEUS).contentType());
        assertEquals(openMetrics, page.answer(WITH_HISTOGRAMS).contentType());
        assertEquals(text, page.answer(PROTOCOL_BUFFERS_ALONE).contentType());
        assertEquals(text, page.answer("text/html,*/*;q=0.8").contentType());
        assertEquals(text, page.answer(null).contentType());
        assertEquals(200, page.answer(PROTOCOL_BUFFERS_ALONE).status());
    }

    /** From the OpenMetrics specification, as far as it concerns gauges, counters and infos without exemplars. */
    @Test
    void openMetricsKeepItsRules() throws Exception {
        work();
        List<String> lines = text(page.answer(OPEN_METRICS)).lines().toList();

        assertEquals("# EOF", lines.get(lines.size() - 1));
        String family = "";
        String type = "";
        Set<String> families = new TreeSet<>();
        Set<String> samples = new TreeSet<>();
        for (String line : lines.subList(0, lines.size() - 1)) {
            String[] words = line.split(" ", 4);
            if (line.startsWith("# TYPE ")) {
                family = words[2];
                type = words[3];
                assertTrue(families.add(family), line + " stands twice");
                assertTrue(Set.of("gauge", "counter", "info").contains(type), line);
                assertTrue(!family.endsWith("_total") && !family.endsWith("_info"), line);
            } else if (line.startsWith("# UNIT ")) {
                assertEquals(family, words[2]);
                assertTrue(family.endsWith("_" + words[3]), line);
            } else if (line.startsWith("# HELP ")) {
                assertEquals(family, words[2]);
                assertTrue(words[3].endsWith("."), line);
            } else {
                String suffix = type.equals("counter") ? "_total" : type.equals("info") ? "_info" : "";
                assertTrue(line.matches(Pattern.quote(family + suffix) + "(\\{.+})? \\S+"), line + " in " + family);
                assertTrue(samples.add(line.substring(0, line.lastIndexOf(' '))), line + " stands twice");
            }
        }
        assertTrue(families.size() > 10, families::toString);
        assertTrue(families.stream().allMatch(name -> name.matches("ianawatch_[a-z_]+")), families::toString);
    }

    @Test
    void whatNeverWasHasTheTimeZeroAndAnAgeWithoutEnd() {
        List<String> lines = text(page.answer(null)).lines().toList();

        assertTrue(lines.contains("ianawatch_last_success_timestamp_seconds 0.0"), lines::toString);
        assertTrue(lines.contains("ianawatch_last_success_age_seconds +Inf"), lines::toString);
        assertTrue(lines.contains("ianawatch_changes_total{kind=\"assigned\"} 0.0"), lines::toString);
    }

    @Test
    void everyMetricIsDescribed() throws IOException {
        board.configured(List.of("mail"));
        String document = Files.readString(Path.of("docs/watch.md"));
        Set<String> metrics = names("^# TYPE (\\w+)", text(page.answer(null)));

        assertEquals(metrics, names("^\\| `(ianawatch_\\w+)", document));
        assertEquals(metrics, names("(ianawatch_\\w+)", document));
    }

    private static Set<String> names(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Page.Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Two checks and some deliveries, with a channel whose name needs escapes. */
    private void work() throws Exception {
        WatchedStore store = new WatchedStore(folder);
        store.sync("snapshots/samples/2026-11-01.csv", clock);
        clock.move(Duration.ofHours(6));
        store.sync("snapshots/samples/2026-11-08.csv", clock);
        store.add("m1", "mail", clock.instant());
        store.change(open -> List.of("272-279/tcp", "278/udp", "9000-9001", "ssh", "ntp/sctp", "none", "9002/tcp")
                .forEach(use -> open.uses().put(Use.parse(use), null, clock.instant())));
        board.checked(CheckOutcome.STORED);
        board.checked(CheckOutcome.STORED);
        board.checked(CheckOutcome.UNREADABLE);
        board.configured(List.of("mail"));
        board.misconfigured();
        board.tried(delivery("mail"), new Outcome.Failed("it is down", null));
        board.tried(delivery("mail"), new Outcome.Delivered());
        board.tried(delivery("a \"b\"\\\n"), new Outcome.Refused("it is gone"));
        clock.move(Duration.ofMillis(1500));
        board.show(new Lookout(store.home(), Duration.ZERO, clock).read());
        board.plan(WatchedStore.START.plus(Duration.ofHours(12)));
    }

    private Delivery delivery(String channel) {
        OutgoingMessage message =
                new OutgoingMessage("m", clock.instant(), "changes", "lab", "what happened", "{}", List.of(channel));
        return new Delivery(1, message, channel, Delivery.State.PENDING, 0, clock.instant(), null, clock.instant());
    }
}
