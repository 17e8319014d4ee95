package org.ianawatch.cli;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A backup with a row that no command writes is refused with its table, row and column, and changes nothing. */
class RestoredRowsTest {
    private static final String USES = "id,registry_id,port_low,port_high,service_name,transport,note,added_at\n";

    @TempDir
    private static Path folder;

    private static RestoreTrial trial;

    @BeforeAll
    static void fill() throws IOException {
        trial = RestoreTrial.in(folder);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                cell(
                        "no number",
                        "site_use",
                        "\"22\"",
                        "\"x\"",
                        "row 1, cannot be taken: port_low is 'x', which is no whole"),
                cell(
                        "no port",
                        "site_use",
                        "\"22\"",
                        "\"70000\"",
                        "port_low is '70000', which is no whole number from 0 to"),
                cell(
                        "ports the wrong way round",
                        "site_use",
                        "\"22\",\"22\"",
                        "\"22\",\"21\"",
                        "port_high is '21', which is no whole number from 22 to 65535"),
                cell(
                        "ports and a name",
                        "site_use",
                        "\"22\",\"22\",",
                        "\"22\",\"22\",\"ssh\"",
                        "service_name is 'ssh', which stands beside a port: a use is of ports or of a service name"),
                use("neither ports nor a name", ",,,tcp,", "cannot be taken: it has no port_low"),
                use(
                        "a name that is none",
                        ",,*filter,tcp,",
                        "service_name is '*filter', which is no service name: a name has"),
                use("a name in upper case", ",,SSH,tcp,", "service_name is 'SSH', which is not in lower case"),
                use(
                        "a transport that is none",
                        "22,22,,xtp,",
                        "transport is 'xtp', which is none of tcp, udp, sctp, dccp"),
                use(
                        "a note of two lines",
                        "22,22,,tcp,\"a\nb\"",
                        "cannot be taken: note is 'a b', which has control characters"),
                change(
                        "a use twice",
                        made -> made.put(
                                "tables/site_use.csv",
                                USES
                                        + "1,1,22,22,,tcp,x,2026-01-01 00:00:00+00\n2,1,22,22,,tcp,x,2026-01-01 00:00:00+00\n"),
                        "site_use.csv, row 2, cannot be taken: it has the same port_low, port_high, service_name, transport"),
                change(
                        "an id twice",
                        made -> made.put(
                                "tables/site_use.csv",
                                USES
                                        + "1,1,22,22,,tcp,x,2026-01-01 00:00:00+00\n1,1,23,23,,tcp,x,2026-01-01 00:00:00+00\n"),
                        "tables/site_use.csv, row 2, cannot be taken: id is '1', which another row has too"),
                run("no id", "", "1", "stored", "sync_run.csv, row 1, cannot be taken: it has no id"),
                run(
                        "an id after which none comes",
                        "9223372036854775807",
                        "1",
                        "stored",
                        "sync_run.csv, row 1, cannot be taken: id is '9223372036854775807', which is no whole number from 1"),
                run(
                        "a snapshot that is not there",
                        "1",
                        "77",
                        "stored",
                        "snapshot_number is '77', which is no whole number"),
                run(
                        "no outcome",
                        "1",
                        "1",
                        "fine",
                        "outcome is 'fine', which is none of not modified, same content, stored"),
                cell(
                        "no time",
                        "sync_run",
                        "20\\d\\d-\\d\\d-\\d\\d",
                        "never",
                        "row 1, cannot be taken: started_at is 'never "),
                cell(
                        "a year too many",
                        "sync_run",
                        "20\\d\\d-\\d\\d-\\d\\d",
                        "999999999-01-01",
                        "which is no time of the years 1 to 9999"),
                cell("no year", "sync_run", "20\\d\\d-\\d\\d-\\d\\d", "0000-01-01", "no time of the years 1 to 9999"),
                cell(
                        "no state",
                        "quarantine",
                        "\"waiting\"",
                        "\"asleep\"",
                        "state is 'asleep', which is none of waiting,"),
                cell(
                        "no reason",
                        "quarantine",
                        "\"malformed\"",
                        "\"whatever\"",
                        "reason is 'whatever', which is none of mal"),
                cell(
                        "fewer times than none",
                        "quarantine",
                        "\"1\",\"waiting\"",
                        "\"-5\",\"waiting\"",
                        "quarantine.csv, row 1, cannot be taken: times_seen is '-5', which is no whole number from 1"),
                cell(
                        "as often as can be counted",
                        "quarantine",
                        "\"1\",\"waiting\"",
                        "\"2147483647\",\"waiting\"",
                        "times_seen is '2147483647', which is no whole number from 1 to 1000000000"),
                cell("a NUL", "quarantine", "web page", "web\0page", "row 1, cannot be taken: message is '"),
                cell(
                        "no hash",
                        "quarantine",
                        "\"[0-9a-f]{64}\"",
                        "\"12\"",
                        "sha256 is '12', which is no SHA-256 in 64 digits"),
                cell(
                        "another registry",
                        "site_use",
                        "\"1\",\"1\"",
                        "\"1\",\"2\"",
                        "row 1, cannot be taken: registry_id is '2', which is no whole number from 1 to 1"),
                message("no kind", "rumours", "{}", "", "kind is 'rumours', which is none of changes, "),
                message(
                        "a delivery of nothing",
                        "changes",
                        "{}",
                        "1,n,lab,parked,1,,,",
                        "message_id is 'n', which is the id of no"),
                message(
                        "no state of delivery",
                        "changes",
                        "{}",
                        "1,m,lab,lost,1,,,",
                        "state is 'lost', which is none of pending"),
                message(
                        "due and parked",
                        "changes",
                        "{}",
                        "1,m,lab,parked,1,2026-01-01 00:00:00+00,,",
                        "next_try_at is '2026"),
                message(
                        "never due",
                        "changes",
                        "{}",
                        "1,m,lab,pending,1,,,",
                        "delivery.csv, row 1, cannot be taken: it has no nex"),
                message(
                        "no JSON",
                        "changes",
                        "nothing",
                        "",
                        "message.csv, row 1, cannot be taken: content is 'nothing', which"),
                change(
                        "no trouble",
                        made -> made.put(
                                "tables/trouble.csv", "registry_id,kind,since\n1,sorrow,2026-01-01 00:00:00+00\n"),
                        "trouble.csv, row 1, cannot be taken: kind is 'sorrow', which is none of unreadable, "),
                cell(
                        "a snapshot of another age",
                        "../snapshots",
                        "\"2026-11-08T",
                        "\"+999999999-11-08T",
                        "snapshots.csv, row 2, cannot be taken: observed_at is '+999999999-11-08T"));
    }

    private static Arguments use(String name, String cells, String reason) {
        return change(
                name,
                made -> made.put("tables/site_use.csv", USES + "1,1," + cells + ",2026-01-01 00:00:00+00\n"),
                "tables/site_use.csv, row 1, cannot be taken: " + reason.replaceFirst("^cannot be taken: ", ""));
    }

    private static Arguments run(String name, String id, String snapshot, String outcome, String reason) {
        String row = id + ",1,2026-01-01 00:00:00+00,2026-01-01 00:00:00.5+00,-," + outcome + ",," + snapshot;
        return change(
                name,
                made -> made.put(
                        "tables/sync_run.csv",
                        "id,registry_id,started_at,finished_at,source,outcome,message,snapshot_number\n" + row + "\n"),
                reason);
    }

    private static Arguments message(String name, String kind, String content, String delivery, String reason) {
        String message = "m,1,2026-01-01 00:00:00+00," + kind + ",r,s," + content;
        return change(
                name,
                made -> made.put(
                                "tables/message.csv",
                                "id,registry_id,created_at,kind,rule,subject,content\n" + message + "\n")
                        .put(
                                "tables/delivery.csv",
                                "id,message_id,channel,state,tries,next_try_at,reason,changed_at\n" + delivery
                                        + (delivery.isEmpty() ? "" : "2026-01-01 00:00:00+00\n")),
                reason);
    }

    private static Arguments change(String name, UnaryOperator<MadeArchive> change, String reason) {
        return arguments(name, change, reason);
    }

    private static Arguments cell(String name, String table, String expression, String by, String reason) {
        String entry = table.startsWith("../") ? table.substring(3) + ".csv" : "tables/" + table + ".csv";
        return change(name, made -> made.change(entry, text -> text.replaceFirst(expression, by)), reason);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aTableWithARowThatNoCommandWritesIsRefusedAndChangesNothing(
            String name, UnaryOperator<MadeArchive> change, String reason) throws Exception {
        change.apply(MadeArchive.of(trial.portable())).write(trial.file());

        trial.assertRefused(name, reason);
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "UPDATE store.sync_run SET id = 9223372036854775807",
                        "row 1 of sync_run in it cannot be taken: id is"),
                arguments(
                        "UPDATE store.sync_run SET snapshot_number = 77",
                        "snapshot_number is '77', which is no whole number"),
                arguments(
                        "UPDATE store.sync_run SET started_at = TIMESTAMP WITH TIME ZONE '999999999-01-01 00:00:00+00'",
                        "of sync_run in it cannot be taken: started_at is '999999999-01-01"),
                arguments(
                        "UPDATE store.site_use SET port_low = NULL, port_high = NULL, service_name = '*filter'",
                        "row 1 of site_use in it cannot be taken: service_name is '*filter', which is no service name"),
                arguments(
                        "UPDATE store.site_use SET transport = 'xtp'", "transport is 'xtp', which is none of tcp, udp"),
                arguments(
                        "UPDATE store.quarantine SET times_seen = -5",
                        "row 1 of quarantine in it cannot be taken: times_"),
                arguments(
                        "UPDATE store.quarantine SET reason = 'whatever'",
                        "reason is 'whatever', which is none of malfor"),
                arguments("UPDATE store.quarantine SET message = U&'\\0000'", "which has a NUL character"),
                arguments(
                        "UPDATE store.snapshot SET origin = 'hack'",
                        "row 1 of snapshot in it cannot be taken: origin is 'ha"),
                arguments(
                        "UPDATE store.source SET validated_sha256 = 'x'",
                        "of registry in it cannot be taken: validated"),
                arguments(
                        "INSERT INTO store.registry (source_id, name, address, has_fixed_columns, notation, status_words)"
                                + " VALUES (1, 'other', 'other', TRUE, 'PORTS', 'RFC_6335');"
                                + " UPDATE store.site_use SET registry_id = 2",
                        "row 1 of site_use in it cannot be taken: registry_id is '2'"),
                arguments(
                        "UPDATE store.change SET id = 9223372036854775807 WHERE id = (SELECT MIN(id) FROM store.change)",
                        "a row of change in it cannot be taken: its id is no whole number from 0 to"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aDatabaseWithARowThatNoCommandWritesIsRefusedAndChangesNothing(String statements, String reason)
            throws Exception {
        Path database = folder.resolve("made.mv.db");
        Files.copy(trial.home().resolve("ianawatch.mv.db"), database, StandardCopyOption.REPLACE_EXISTING);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("made"), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
        MadeArchive.of(trial.plain())
                .put("ianawatch.mv.db", Files.readAllBytes(database))
                .write(trial.file());

        trial.assertRefused(statements, reason);
    }
}
