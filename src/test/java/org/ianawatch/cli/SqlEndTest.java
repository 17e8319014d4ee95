package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a query does, the program says how it ended, and ends. */
class SqlEndTest {
    private static final String LATE =
            "the query took longer than 0.5 s and was cancelled: narrow it, or raise --timeout";
    private static final String DEEP =
            "the query needs more of java's stack than there is: nest less, and let a regular expression repeat [ab]* and not"
                    + " (a|b)*";

    @TempDir
    private static Path folder;

    private static String home;

    @BeforeAll
    static void fill() throws Exception {
        home = folder.resolve("home").toString();
        assertEquals(
                new WholeProcess(0, "", ""), run("import", "--quiet", "--home", home, "src/test/resources/questions"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "10m   | select regexp_like(repeat('a', 100000), '(a#b)*')                                | DEEP",
                "10m   | select regexp_like(repeat('a', 100000 + number), '(a#b)*') from snapshot         | DEEP",
                "500ms | select regexp_like(repeat('a', 3000), '(a*)*(a*)*(a*)*(a*)*(a*)*b\\1')             | LATE",
                "500ms | select hash('SHA256', 'x', 2000000000)                                             | LATE",
                "500ms | select count(*) from system_range(1, 10000000) a, system_range(1, 10000000) b where a.x = -b.x | LATE",
                "500ms | with recursive t(n) as (select 1 union all select n + 1 from t) select count(*) from t | LATE"
            })
    void itEnds(String timeout, String query, String end) throws Exception {
        String said = end.equals("DEEP") ? DEEP : LATE;

        assertEquals(
                new WholeProcess(2, "", "ianawatch: " + said + "\n"),
                run("sql", "--home", home, "--timeout", timeout, query.replace('#', '|')));
    }

    private static WholeProcess run(String... arguments) throws Exception {
        return WholeProcess.run(folder, Map.of(), List.of("-Xmx512m"), arguments);
    }
}
