package org.ianawatch.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.ianawatch.report.Style;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {
    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "80, 80",
        "40, 40",
        "12, 40",
        "'', 80",
        "0, 80",
        "-5, 80",
        "many, 80",
        "99999, 80",
    })
    void itIsAsWideAsTheEnvironmentSays(String variable, int expected) {
        assertEquals(expected, console(Map.of("COLUMNS", variable), false).columns());
    }

    @ParameterizedTest(name = "{0} at a terminal: {1}, {2}")
    @CsvSource({
        "'', true, AUTO, true",
        "'', false, AUTO, false",
        "NO_COLOR=1, true, AUTO, false",
        "NO_COLOR=, true, AUTO, true",
        "TERM=dumb, true, AUTO, false",
        "CLICOLOR_FORCE=1, false, AUTO, true",
        "CLICOLOR_FORCE=0, false, AUTO, false",
        "CLICOLOR_FORCE=1 NO_COLOR=1, true, AUTO, false",
        "CLICOLOR_FORCE=1 TERM=dumb, true, AUTO, true",
        "NO_COLOR=1, false, ALWAYS, true",
        "CLICOLOR_FORCE=1, true, NEVER, false",
    })
    void itIsColouredWhereThatIsWanted(
            String variables, boolean isTerminal, GeneralOptions.Colour wanted, boolean expected) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables.isEmpty() ? new String[0] : variables.split(" ")) {
            String[] parts = variable.split("=", 2);
            environment.put(parts[0], parts[1]);
        }

        assertEquals(
                expected ? Style.ANSI : Style.PLAIN,
                console(environment, isTerminal)
                        .with(new Manners(wanted, false, false, true))
                        .style());
    }

    private static Console console(Map<String, String> environment, boolean isTerminal) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new Console(
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                environment,
                Clock.systemUTC(),
                false,
                isTerminal,
                false);
    }
}
