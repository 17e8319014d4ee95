package org.ianawatch.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a start of bin/ianawatch hands to java, and what it says when it cannot. */
class LauncherIT {
    private Installation installation;

    @BeforeEach
    void install(@TempDir Path folder) throws IOException {
        installation = Installation.in(folder);
        Files.createDirectories(installation.target());
        Files.writeString(installation.target().resolve("ianawatch.jar"), "jar");
    }

    @Test
    void javaGetsTheJarTheFolderAndTheArguments() throws Exception {
        List<String> words = installation.run("port", "two words", "*", "").outputLines();

        Path jar = installation.target().resolve("ianawatch.jar");
        assertEquals(
                List.of("-jar", jar.toString(), "port", "two words", "*", ""),
                words.subList(words.size() - 6, words.size()));
        assertTrue(words.contains("-Dianawatch.directory=" + installation.directory()), words::toString);
    }

    @Test
    void theProgramTakesTheLaunchersPlaceSoThatSignalsReachIt() throws Exception {
        Process process = installation.start(installation.launcher());
        Outcome outcome = Installation.end(process, "");

        assertEquals("process " + process.pid(), outcome.outputLines().get(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 70})
    void theExitCodeIsTheProgramsOwn(int code) throws Exception {
        assertEquals(
                code,
                installation.with("STATUS", String.valueOf(code)).run("sync").exitCode());
    }

    @Test
    void standardInputIsTheProgramsOwn() throws Exception {
        Files.delete(installation.target().resolve("ianawatch.jar"));

        Outcome outcome = Installation.end(
                installation.start(installation.launcher(), "sync", "--source", "-"), "Service Name,Port Number\n");

        assertTrue(outcome.output().endsWith("-\nService Name,Port Number\n"), outcome::output);
        assertEquals(List.of("-q -B -Pprogram package"), installation.builds());
    }

    @Test
    void whatDiffsEverySnapshotIsCompiledInFull() throws Exception {
        String quick = "-XX:TieredStopAtLevel=1";

        assertFalse(installation.run("verify").outputLines().contains(quick));
        assertTrue(installation.run("diff", "verify").outputLines().contains(quick));
        assertTrue(installation.run("import").outputLines().contains(quick));
    }

    @Test
    void oneThreadCompilesUnlessTheUserChoosesTheCompiler() throws Exception {
        String single = "-XX:CICompilerCount=1";

        assertTrue(installation.run("diff").outputLines().contains(single));
        assertFalse(installation.run("verify").outputLines().contains(single));
        assertFalse(installation
                .with("IANAWATCH_JAVA_OPTIONS", "-XX:TieredStopAtLevel=4")
                .run("diff")
                .outputLines()
                .contains(single));
    }

    @ParameterizedTest
    @CsvSource({"sql, -Xmx512m", "watch, -Xmx256m", "import, -Xmx150m"})
    void whatRunsForLongHasABoundForItsMemoryWhichTheUserCanMove(String command, String bound) throws Exception {
        List<String> words = installation
                .with("IANAWATCH_JAVA_OPTIONS", "-Xmx1g")
                .run(command)
                .outputLines();

        assertTrue(words.contains(bound), words::toString);
        assertTrue(words.indexOf(bound) < words.indexOf("-Xmx1g"), words::toString);
    }

    /** 25 moves an archive as quickly as it maps one. */
    @ParameterizedTest
    @CsvSource({"17.0.1, true", "21, true", "25.0.3, false"})
    void theArchiveIsMappedWhereItWasMadeFor(String version, boolean isAsked) throws Exception {
        List<String> words = installation.withJdk(version).run("log").outputLines();

        assertEquals(isAsked, words.contains("-XX:ArchiveRelocationMode=0"), words::toString);
    }

    @Test
    void optionsForJavaComeLastAndAreNotPatterns() throws Exception {
        List<String> words =
                installation.with("IANAWATCH_JAVA_OPTIONS", "-Xmx1g  *").run().outputLines();

        assertEquals(List.of("-Xmx1g", "*", "-jar"), words.subList(words.size() - 4, words.size() - 1));
    }

    @Test
    void theArchiveIsMadeOnceAndUsed() throws Exception {
        String archive = "-XX:SharedArchiveFile=" + installation.target().resolve("ianawatch-17.0.1.jsa");

        assertTrue(installation.run().outputLines().contains(archive));
        assertTrue(
                installation.with("BROKEN_ARCHIVE", "yes").run().outputLines().contains(archive));
    }

    @Test
    void withoutAnArchiveTheProgramRunsAllTheSame() throws Exception {
        Outcome outcome = installation.with("BROKEN_ARCHIVE", "yes").run("log");

        assertEquals(0, outcome.exitCode());
        assertEquals("", outcome.errors());
        assertFalse(outcome.output().contains("SharedArchiveFile"), outcome::output);
        assertEquals(
                0,
                Files.size(installation.target().resolve("ianawatch-17.0.1.jsa")),
                "an empty archive keeps the next start from trying again");
    }

    @Test
    void anotherJdkHasAnotherArchive() throws Exception {
        installation.run();

        assertTrue(installation.withJdk("25.0.3").run().output().contains("ianawatch-25.0.3.jsa"));
    }

    @Test
    void aJavaHomeWithoutJavaIsNamed() throws Exception {
        assertRefused(installation.with("JAVA_HOME", "/nowhere").run("log"), "JAVA_HOME is /nowhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_402", "11.0.2", "16"})
    void anOldJavaIsNamed(String version) throws Exception {
        assertRefused(installation.withJdk(version).run("log"), "is Java " + version + ", and ianawatch needs 17");
    }

    @Test
    void aJavaThatCannotRunIsNamed() throws Exception {
        Path home = installation.directory().resolve("broken");
        Installation.script(home.resolve("bin/java"), "#!/bin/sh\necho no such library\nexit 127\n");

        assertRefused(installation.with("JAVA_HOME", home.toString()).run("log"), "no such library");
    }

    @Test
    void withoutJavaHomeTheJavaOnThePathIsAskedForItsVersion() throws Exception {
        installation.with("JAVA_HOME", "");
        assertRefused(installation.run("log"), "there is no java on PATH");

        Installation.script(
                installation.tools().resolve("java"),
                """
                #!/bin/sh
                if [ "$2" = -version ]; then
                    echo "    java.home = /a JDK" >&2
                    echo "    java.version = 21.0.2" >&2
                    echo "    java.runtime.version = 21.0.2+13" >&2
                else
                    echo "$@"
                fi
                """);
        Outcome outcome = installation.run("log");

        assertEquals(0, outcome.exitCode());
        assertTrue(Files.exists(installation.target().resolve("ianawatch-21.0.2+13.jsa")), outcome::toString);
    }

    private static void assertRefused(Outcome outcome, String cause) {
        assertEquals(70, outcome.exitCode());
        assertEquals("", outcome.output());
        assertEquals(1, outcome.errorLines().size(), outcome::errors);
        assertTrue(outcome.errors().contains(cause), outcome::errors);
    }
}
