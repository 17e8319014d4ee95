package org.ianawatch.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ianawatch.packaging.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts that measure are sound as far as can be told without measuring. */
class BenchScriptsTest {
    private static final Path FLAME_GRAPH = Path.of("bench/flame_graph.py");
    private static final Pattern COMMAND = Pattern.compile("^\\$ (bench/\\S+)(.*)$", Pattern.MULTILINE);
    private static final Pattern OPTION = Pattern.compile("--\\w+");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bench/run", "bench/flame", "bench/kernels", "bench/questions"})
    void shellcheckHasNothingToSay(String script) throws Exception {
        Tool.assumeInstalled("shellcheck");

        assertEquals(new Tool(0, ""), Tool.run("shellcheck", "-x", script));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bench/run",
                "bench/run --what 5 .",
                "bench/flame",
                "bench/flame .",
                "bench/questions",
                "bench/questions ."
            })
    void theySayHowTheyAreUsed(String command) throws Exception {
        String[] words = command.split(" ", -1);

        Tool refused = Tool.run(words);

        assertEquals(2, refused.exitCode());
        assertTrue(refused.output().startsWith("usage: " + words[0] + " "), refused.output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bench/run .", "bench/kernels --files nowhere", "bench/kernels --java"})
    void theySayWhatIsMissing(String command) throws Exception {
        String[] words = command.split(" ", -1);

        Tool refused = Tool.run(words);

        assertEquals(2, refused.exitCode());
        assertTrue(refused.output().startsWith(words[0] + ": "), refused.output());
    }

    /** What the documents call is there, and has the options. */
    @Test
    void theDocumentsCallThemRightly() throws IOException {
        int found = 0;
        for (String document : List.of("CONTRIBUTING.md", "docs/performance.md")) {
            Matcher command = COMMAND.matcher(Files.readString(Path.of(document)));
            while (command.find()) {
                Path script = Path.of(command.group(1));
                assertTrue(Files.isExecutable(script), command.group());
                String source = Files.readString(script);
                OPTION.matcher(command.group(2))
                        .results()
                        .forEach(option -> assertTrue(source.contains(" " + option.group() + ")"), command.group()));
                found++;
            }
        }
        assertTrue(found >= 3, "found " + found);
    }

    @Test
    void theFlameGraphIsOfTheThreadMainAlone() throws Exception {
        Tool.assumeInstalled("python3");
        Path graph = folder.resolve("graph.svg");

        Tool drawn = draw(
                graph,
                "[main tid=1];org/ianawatch/Main.main;org/ianawatch/sync/Job.run 60",
                "[main tid=1];org/ianawatch/Main.main;org/ianawatch/sync/Job.run;org/ianawatch/sync/Job.run 15",
                "[main tid=1];org/ianawatch/Main.main;org/h2/<init> 25",
                "[HttpClient tid=2];java/lang/Thread.run 1000");

        assertEquals(
                """
                100 samples
                100.0 %  main
                 75.0 %    Job.run
                """,
                drawn.output());
        String svg = Files.readString(graph);
        assertTrue(svg.contains("<title>org.ianawatch.sync.Job.run, 75.0 %</title>"), svg);
        assertTrue(svg.contains("<title>org.h2.&lt;init&gt;, 25.0 %</title>"), svg);
        assertFalse(svg.contains("Thread.run"), svg);
    }

    @Test
    void noSamplesAreNoFlameGraph() throws Exception {
        Tool.assumeInstalled("python3");
        Path graph = folder.resolve("graph.svg");

        Tool refused = draw(graph, "[HttpClient tid=2];java/lang/Thread.run 1000");

        assertEquals(1, refused.exitCode());
        assertTrue(refused.output().contains("no sample of the thread main"), refused.output());
        assertFalse(Files.exists(graph));
    }

    private Tool draw(Path graph, String... stacks) throws Exception {
        Path collapsed = Files.write(folder.resolve("1.collapsed"), List.of(stacks));
        return Tool.run("python3", FLAME_GRAPH.toString(), "a title", graph.toString(), collapsed.toString());
    }
}
