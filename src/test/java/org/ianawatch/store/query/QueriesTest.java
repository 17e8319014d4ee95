package org.ianawatch.store.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.ianawatch.made.Hang;
import org.ianawatch.store.MadeStore;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.home.StoreBusyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other people's SQL can do, and what it cannot. */
class QueriesTest {
    private static final String ENDLESS =
            "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT COUNT(*) FROM t";
    private static final Path LOOT = Path.of("target", "loot");

    private static MadeStore made;

    @BeforeAll
    static void make() throws IOException {
        made = new MadeStore();
        made.append(List.of(
                Files.readAllBytes(Path.of("snapshots/samples/2026-11-01.csv")),
                Files.readAllBytes(Path.of("snapshots/samples/2026-11-08.csv"))));
        Files.createDirectories(LOOT.toAbsolutePath().getParent());
    }

    @AfterAll
    static void close() {
        made.close();
    }

    static Stream<String> waysOut() {
        String loot = LOOT.toAbsolutePath().toString();
        return Stream.of(
                "SELECT * FROM store.row_now",
                "SELECT * FROM \"STORE\".\"REGISTRY\"",
                "SELECT * FROM /* a comment */ store /* another */ . snapshot",
                "SELECT (SELECT COUNT(*) FROM store.quarantine)",
                "SELECT * FROM registration WHERE id IN (SELECT id FROM store.row_now)",
                "WITH x AS (SELECT * FROM store.sync_run) SELECT * FROM x",
                "TABLE store.change",
                "EXPLAIN SELECT * FROM store.change",
                "SELECT * FROM store.\"flyway_schema_history\"",
                "INSERT INTO snapshot VALUES (1)",
                "INSERT INTO store.registry (id, name) VALUES (2, 'x')",
                "UPDATE store.registry SET name = 'x'",
                "DELETE FROM store.change_field",
                "MERGE INTO store.registry KEY (id) VALUES (1, 1, 'x', 'x', NULL, NULL, TRUE, 'x', 'x')",
                "TRUNCATE TABLE store.change_field",
                "SELECT * FROM FINAL TABLE (INSERT INTO store.registry (id, name) VALUES (2, 'x'))",
                "SELECT * FROM OLD TABLE (DELETE FROM store.change_field)",
                "EXPLAIN DELETE FROM store.change_field",
                "EXPLAIN ANALYZE DELETE FROM store.change_field",
                "DROP VIEW registration",
                "DROP ALL OBJECTS DELETE FILES",
                "ALTER TABLE store.registry ADD COLUMN x INTEGER",
                "CREATE TABLE t (a INTEGER)",
                "CREATE LOCAL TEMPORARY TABLE t (a INTEGER)",
                "CREATE VIEW public.v AS SELECT 1 AS a",
                "CREATE ALIAS leave FOR 'java.lang.System.exit'",
                "CREATE ALIAS run AS 'void run() throws Exception { Runtime.getRuntime().exec(\"true\"); }'",
                "CREATE TRIGGER t BEFORE INSERT ON store.change AS 'x'",
                "CREATE LINKED TABLE l ('org.h2.Driver', 'jdbc:h2:mem:', 'sa', '', 't')",
                "CREATE USER eve PASSWORD 'eve' ADMIN",
                "ALTER USER reader ADMIN TRUE",
                "ALTER USER reader SET PASSWORD 'other'",
                "SET PASSWORD 'other'",
                "GRANT ALL ON SCHEMA store TO reader",
                "GRANT ALTER ANY SCHEMA TO reader",
                "SET SCHEMA store",
                "SET @at = 1",
                "SELECT SET(@at, 1)",
                "SET QUERY_TIMEOUT 0",
                "SET MODE MySQL",
                "SET TRACE_LEVEL_FILE 3",
                "SET EXCLUSIVE 1",
                "SET DB_CLOSE_DELAY -1",
                "SELECT FILE_READ('/etc/passwd', NULL)",
                "SELECT FILE_WRITE('x', '" + loot + "')",
                "SELECT * FROM CSVREAD('/etc/passwd')",
                "CALL CSVWRITE('" + loot + "', 'SELECT 1')",
                "SELECT CSVWRITE('" + loot + "', 'SELECT 1')",
                "SELECT * FROM LINK_SCHEMA('x', '', 'jdbc:h2:mem:', 'sa', '', 'PUBLIC')",
                "SCRIPT TO '" + loot + "'",
                "SCRIPT",
                "BACKUP TO '" + loot + "'",
                "RUNSCRIPT FROM '/etc/passwd'",
                "SHUTDOWN",
                "SHUTDOWN IMMEDIATELY",
                "CHECKPOINT SYNC",
                "SELECT MEMORY_USED()",
                "SELECT CANCEL_SESSION(1)",
                "SELECT ABORT_SESSION(1)",
                "CALL DATABASE_PATH()",
                "EXECUTE IMMEDIATE 'SHUTDOWN'",
                "PREPARE p AS DELETE FROM store.change",
                "COMMIT",
                "SELECT 1; SHUTDOWN",
                "SELECT 1; SET @at = 1",
                "SELECT 1 /* ' */; SHUTDOWN --'",
                "SELECT $$;$$; SHUTDOWN",
                "{call SHUTDOWN}",
                "-- nothing",
                "");
    }

    @ParameterizedTest
    @MethodSource("waysOut")
    void thereIsNoWayOut(String attempt) throws Exception {
        byte[] before = Files.readAllBytes(made.home().databaseFile());
        try (Queries queries = queries(Hang.LIMIT, 100)) {
            assertThrows(QueryException.class, () -> rows(queries, attempt));

            assertEquals(List.of(List.of(33L)), rows(queries, "SELECT COUNT(*) FROM registration"), "and it goes on");
        }
        assertArrayEquals(before, Files.readAllBytes(made.home().databaseFile()));
        assertFalse(Files.exists(LOOT));
    }

    @Test
    void theInformationSchemaTellsNothingOfOthers() throws Exception {
        try (Queries queries = queries(Hang.LIMIT, 1000)) {
            assertEquals(
                    List.of(List.of("READER", false)),
                    rows(queries, "SELECT user_name, is_admin FROM information_schema.users"));
            assertEquals(
                    List.of(List.of("READER")), rows(queries, "SELECT user_name FROM information_schema.sessions"));
            assertEquals(
                    List.of(),
                    rows(
                            queries,
                            "SELECT setting_name FROM information_schema.settings WHERE setting_name LIKE 'property%'"));
        }
    }

    @Test
    void theReaderWasGrantedTheViewsAndNothingElse() {
        assertEquals(
                List.of(List.of("READER", "USER", "SELECT", "PUBLIC")),
                made.query("SELECT grantee, granteetype, rights, table_schema FROM information_schema.rights"));
        assertEquals(
                List.of(List.of("VIEW")),
                made.query("SELECT DISTINCT table_type FROM information_schema.tables WHERE table_schema = 'PUBLIC'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ENDLESS,
                "SELECT COUNT(*) FROM SYSTEM_RANGE(1, 1000000) a, SYSTEM_RANGE(1, 1000000) b WHERE a.x = -b.x",
                // H2 does not look up while it does these.
                "SELECT HASH('SHA256', 'x', 20000000)",
                "SELECT REGEXP_LIKE(REPEAT('a', 3000), '(a*)*(a*)*(a*)*(a*)*(a*)*b\\1')"
            })
    void whatTakesTooLongIsCancelled(String query) throws Exception {
        try (Queries queries = queries(Duration.ofMillis(200), 100)) {
            QueryException late = assertThrows(QueryException.class, () -> queries.run(query));

            assertEquals(
                    "the query took longer than 0.2 s and was cancelled: narrow it, or raise --timeout",
                    late.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT LENGTH(REPEAT('x', 2147483647))",
                "SELECT LENGTH(SPACE(2147483647))",
                "SELECT LENGTH(LPAD('x', 2147483647))"
            })
    void whatNeedsTooMuchMemoryIsRefused(String query) throws Exception {
        try (Queries queries = queries(Hang.LIMIT, 100)) {
            QueryException refused = assertThrows(QueryException.class, () -> queries.run(query));

            assertTrue(refused.getMessage().startsWith("the query needs more memory than the "), refused::getMessage);
            assertEquals(List.of(List.of(1)), rows(queries, "SELECT 1"));
        }
    }

    @ParameterizedTest
    @MethodSource("deepQueries")
    void whatNeedsTooMuchOfTheStackIsRefused(String query) throws Exception {
        try (Queries queries = queries(Hang.LIMIT, 100)) {
            QueryException refused = assertThrows(QueryException.class, () -> rows(queries, query));

            assertEquals(
                    "the query needs more of java's stack than there is: nest less, and let a regular expression repeat [ab]*"
                            + " and not (a|b)*",
                    refused.getMessage());
            assertEquals(List.of(List.of(1)), rows(queries, "SELECT 1"));
        }
    }

    static Stream<String> deepQueries() {
        return Stream.of(
                // H2 computes what is constant while it compiles.
                "SELECT REGEXP_LIKE(REPEAT('a', 100000), '(a|b)*')",
                "SELECT REGEXP_LIKE(REPEAT('a', 100000 + number), '(a|b)*') FROM snapshot",
                "SELECT " + "(".repeat(20_000) + "1" + ")".repeat(20_000),
                "SELECT 1" + " + 1".repeat(20_000));
    }

    @Test
    void aPatternThatIsNoneIsNamed() throws Exception {
        try (Queries queries = queries(Hang.LIMIT, 100)) {
            assertEquals(
                    "the query failed: '(a' is no regular expression: Unclosed group",
                    assertThrows(QueryException.class, () -> queries.run("SELECT REGEXP_LIKE('a', '(a')"))
                            .getMessage());
        }
    }

    @Test
    void theTimeToReadTheRowsCountsAndTheTimeForWhichTheOutputWaitsDoesNot() throws Exception {
        Duration anHour = Duration.ofHours(1);
        try (Queries queries = queries(anHour, 100);
                QueryResult result = queries.run("VALUES 1, 2")) {
            result.waited(anHour.negated().toNanos());

            assertEquals(
                    "the query took longer than 3600.0 s and was cancelled: narrow it, or raise --timeout",
                    assertThrows(QueryException.class, result::next).getMessage());
            result.waited(anHour.toNanos());
            assertEquals(List.of(2), result.next());
        }
    }

    @Test
    void moreRowsThanTheLimitAreNotGiven() throws Exception {
        try (Queries queries = queries(Hang.LIMIT, 2)) {
            assertEquals(2, rows(queries, "VALUES 1, 2").size());
            QueryResult result = queries.run("SELECT x FROM SYSTEM_RANGE(1, 1000000000)");
            result.next();
            result.next();

            assertEquals(
                    "the result has more than 2 rows, and no more were written: narrow the query, or raise --max-rows",
                    assertThrows(QueryException.class, result::next).getMessage());
        }
    }

    @Test
    void anotherThreadCancels() throws Exception {
        try (Queries queries = queries(Hang.LIMIT, 2)) {
            AtomicBoolean isOver = new AtomicBoolean();
            CompletableFuture<Void> canceller = CompletableFuture.runAsync(() -> {
                while (!isOver.get()) {
                    queries.cancel();
                    Thread.onSpinWait();
                }
            });
            QueryException cancelled = assertThrows(QueryException.class, () -> queries.run(ENDLESS));
            isOver.set(true);
            canceller.get();

            assertEquals("the query was cancelled", cancelled.getMessage());
            assertEquals(List.of(List.of(1)), rows(queries, "SELECT 1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "latest~1", "2020-01-01", "2020-01-02", "latest"})
    void theViewsShowTheSnapshotThatWasNamed(String selector) throws Exception {
        boolean isFirst = List.of("1", "latest~1", "2020-01-01").contains(selector);
        try (Queries queries = Queries.open(
                made.home(),
                SnapshotSelector.parse(selector, Instant.EPOCH),
                new QueryLimits(Hang.LIMIT, 100),
                MadeStore.NO_WAIT)) {
            assertEquals(List.of(List.of(isFirst ? 30L : 33L)), rows(queries, "SELECT COUNT(*) FROM registration"));
            assertEquals(
                    List.of(Arrays.asList(isFirst ? "unassigned" : "assigned", isFirst ? null : "foo")),
                    rows(
                            queries,
                            "SELECT status, services FROM port_status WHERE transport = 'tcp' AND 278 BETWEEN port_low AND port_high"));
        }
    }

    @Test
    void anErrorSaysWhereAndWhatThereIs() throws Exception {
        try (Queries queries = queries(Hang.LIMIT, 2)) {
            QueryException syntax =
                    assertThrows(QueryException.class, () -> queries.run("SELECT \"NUMBER\" FROM snapshot WHERE = 1"));
            assertEquals("the query has a syntax error at '='", syntax.getMessage());
            assertEquals("SELECT \"NUMBER\" FROM snapshot WHERE ".length(), syntax.position());

            QueryException full = assertThrows(
                    QueryException.class,
                    () -> queries.run("SELECT 1 FROM snapshot s full outer JOIN change c ON true"));
            assertEquals(
                    "there is no FULL JOIN: write a LEFT JOIN, then UNION ALL, and what the other side has alone",
                    full.getMessage());
            assertEquals("SELECT 1 FROM snapshot s ".length(), full.position());

            QueryException table = assertThrows(QueryException.class, () -> queries.run("SELECT * FROM registrations"));
            assertEquals("there is no view 'registrations'", table.getMessage());
            assertEquals("SELECT * FROM ".length(), table.position());
            assertEquals(
                    List.of(new QueryException.Unknown(
                            "registrations",
                            queries.views().stream().map(View::name).toList(),
                            "; there are change, change_field, delivery, entry, entry_field, port_status, registration, registration_history,"
                                    + " registry, site_use, snapshot, sync_run")),
                    table.unknown());
        }
    }

    @Test
    void aPlanIsRowsOfLines() throws Exception {
        try (Queries queries = queries(Hang.LIMIT, 1)) {
            assertEquals(
                    List.of("SELECT", "    COUNT(*)"),
                    rows(queries, "EXPLAIN SELECT COUNT(*) FROM snapshot").stream()
                            .limit(2)
                            .map(row -> row.get(0))
                            .toList());
        }
    }

    private static Queries queries(Duration time, int rows) throws StoreBusyException, InterruptedException {
        return Queries.open(made.home(), null, new QueryLimits(time, rows), MadeStore.NO_WAIT);
    }

    private static List<List<Object>> rows(Queries queries, String query) throws Exception {
        try (QueryResult result = queries.run(query)) {
            List<List<Object>> rows = new ArrayList<>();
            for (List<Object> row = result.next(); row != null; row = result.next()) {
                rows.add(row);
            }
            return rows;
        }
    }
}
