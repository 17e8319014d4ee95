package org.ianawatch.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pager shows an answer, and that it gets the whole of it; the pagers are commands of the shell. */
class PagerTest {
    private static final int MORE_THAN_A_PIPE_HOLDS = 100_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xterm | less | less | true",
                "xterm |      | less | true",
                "xterm |      |      | true",
                "dumb  | less | less | false",
                "      | less | less | false",
                "xterm | cat  | less | false",
                "xterm | ''   | less | false",
                "xterm |      | cat  | false",
                "xterm |      | ''   | false"
            })
    void theEnvironmentSaysWhetherThereIsOne(String terminal, String ours, String theirs, boolean isOne) {
        Map<String, String> environment = new HashMap<>();
        environment.computeIfAbsent("TERM", name -> terminal);
        environment.computeIfAbsent("IANAWATCH_PAGER", name -> ours);
        environment.computeIfAbsent("PAGER", name -> theirs);

        assertEquals(isOne, Pager.of(environment) != null);
    }

    @Test
    void theProgramsOwnPagerGoesFirst() throws Exception {
        show(Map.of("IANAWATCH_PAGER", "cat > ours", "PAGER", "cat > theirs"), "answer\n");

        assertEquals("answer\n", read("ours"));
        assertFalse(Files.exists(folder.resolve("theirs")));
    }

    @Test
    void itGetsTheWholeAnswerAndTheOptionsThatGitGives() throws Exception {
        String answer = "ünïcode\n".repeat(MORE_THAN_A_PIPE_HOLDS);
        show(Map.of("PAGER", "echo \"$LESS $LV\" > options; cat > shown"), answer);

        assertEquals(answer, read("shown"));
        assertEquals("FRX -c\n", read("options"));
    }

    @Test
    void thePersonsOwnOptionsStay() throws Exception {
        show(Map.of("PAGER", "echo \"$LESS $LV\" > options; cat > shown", "LESS", "S", "LV", "-d"), "answer\n");

        assertEquals("S -d\n", read("options"));
    }

    @Test
    void oneThatEndsEarlyHasSeenEnough() throws Exception {
        boolean isLeft = show(Map.of("PAGER", "head -n 1 > shown"), "answer\n".repeat(MORE_THAN_A_PIPE_HOLDS));

        assertTrue(isLeft);
        assertEquals("answer\n", read("shown"));
    }

    @Test
    void oneThatIsNotThereLosesNothing() throws Exception {
        show(Map.of("PAGER", "exec > shown 2> said; no-such-pager"), "answer\n");

        assertEquals("answer\n", read("shown"));
        assertTrue(read("said").contains("no-such-pager"));
    }

    @Test
    void withoutAnAnswerItIsNotStarted() throws Exception {
        show(Map.of("PAGER", "echo > started"), "");

        assertFalse(Files.exists(folder.resolve("started")));
    }

    /** Shows the answer, and tells whether the pager ended before it. */
    private boolean show(Map<String, String> variables, String answer) throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of("TERM", "xterm"));
        variables.forEach((name, value) ->
                environment.put(name, name.endsWith("PAGER") ? "cd '" + folder + "'; " + value : value));
        Pager pager = Pager.of(environment);
        assertNotNull(pager);
        try (pager) {
            pager.out().print(answer);
        }
        return pager.isLeft();
    }

    private String read(String name) throws Exception {
        assertTrue(
                Files.exists(folder.resolve(name)),
                () -> List.of(folder.toFile().list()).toString());
        return Files.readString(folder.resolve(name));
    }
}
