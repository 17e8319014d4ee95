package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer does not depend on where who asks lives. */
class SqlTimeZoneTest {
    /** The fourth edition was observed at 2025-01-06T00:00:00Z. */
    private static final String QUESTIONS =
            """
            select count(*) as many from change where observed_at >= date '2025-01-06' and observed_at < date '2025-01-07';
            select observed_at, cast(observed_at as date) as on_day, cast(observed_at as timestamp) as clock,
                   cast(observed_at as varchar) as text, extract(hour from observed_at) as hour_of_day,
                   date_trunc(day, observed_at) as begin_of_day, timestamp with time zone '2025-01-06 07:00:00+07' as given,
                   cast(date '2025-01-06' as timestamp with time zone) as since,
                   current_date = cast(current_timestamp at time zone 'UTC' as date) as is_today
            from snapshot where number = 4;
            select array_agg(cast(observed_at as date)) as days, array_agg(observed_at) as times,
                   array[timestamp '2025-01-06 00:00:00'] as clocks, array[1, 2] as numbers
            from snapshot where number = 4;
            select count(*) as many from registration""";

    private static final String CSV =
            """
            many
            5

            observed_at,on_day,clock,text,hour_of_day,begin_of_day,given,since,is_today
            2025-01-06T00:00:00Z,2025-01-06,2025-01-06 00:00:00,2025-01-06 00:00:00+00,0,2025-01-06T00:00:00Z,2025-01-06T00:00:00Z,2025-01-06T00:00:00Z,true

            days,times,clocks,numbers
            2025-01-06,2025-01-06T00:00:00Z,2025-01-06 00:00:00,1 2

            many
            44
            """;

    private static final String JSON =
            """
            [
              {
                "observed_at": "2025-01-06T00:00:00Z",
                "on_day": "2025-01-06",
                "days": ["2025-01-06"],
                "numbers": [1, 2]
              }
            ]
            """;

    @TempDir
    private static Path folder;

    private static String home;

    @BeforeAll
    static void fill() throws Exception {
        home = folder.resolve("home").toString();
        WholeProcess run = in("Asia/Kolkata", "import", "--quiet", "--home", home, "src/test/resources/questions");
        assertEquals(new WholeProcess(0, "", ""), run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati"})
    void theAnswersAreThoseOfUtc(String zone) throws Exception {
        assertEquals(
                new WholeProcess(0, CSV, ""),
                in(zone, "sql", "--home", home, "--at", "2025-01-06", "--format", "csv", QUESTIONS));
        assertEquals(
                new WholeProcess(0, JSON, ""),
                in(
                        zone,
                        "sql",
                        "--home",
                        home,
                        "--format",
                        "json",
                        "select observed_at, cast(observed_at as date) as on_day, array[cast(observed_at as date)] as days,"
                                + " array[1, 2] as numbers from snapshot where number = 4"));
    }

    /** The URL that docs/sql.md gives to other programs. */
    @Test
    void anotherProgramGetsThemToo() throws Exception {
        Matcher url = Pattern.compile("(?m)^jdbc:h2:file:/var/lib/ianawatch/ianawatch(;.*)$")
                .matcher(Files.readString(Path.of("docs/sql.md")));
        assertTrue(url.find());
        TimeZone here = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + Path.of(home).toAbsolutePath().resolve("ianawatch") + url.group(1),
                        "reader",
                        "reader");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT CAST(observed_at AS DATE) || ' ' || (observed_at >= DATE '2025-01-06') FROM snapshot WHERE number = 4")) {
            rows.next();
            assertEquals("2025-01-06 TRUE", rows.getString(1));
        } finally {
            TimeZone.setDefault(here);
        }
    }

    private static WholeProcess in(String zone, String... arguments) throws Exception {
        return WholeProcess.run(folder, Map.of("TZ", zone), List.of(), arguments);
    }
}
