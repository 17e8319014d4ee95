package org.ianawatch.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When bin/ianawatch builds the program, and what it says of it. */
class LauncherBuildIT {
    private Installation installation;

    @BeforeEach
    void install(@TempDir Path folder) throws IOException {
        installation = Installation.in(folder);
    }

    @Test
    void whatIsNotBuiltIsBuiltOnceAndSaidInOneLine() throws Exception {
        Outcome first = installation.run("log");
        Outcome second = installation.run("log");

        assertEquals(0, first.exitCode(), first::errors);
        assertEquals(List.of("ianawatch: building the program (once)..."), first.errorLines());
        assertFalse(first.output().contains("what Maven prints"), first::output);
        assertEquals("", second.errors());
        assertEquals(1, installation.builds().size());
    }

    @Test
    void aNewerSourceIsBuiltEvenWhenTheJarStaysAsItWas() throws Exception {
        installation.run();
        Path jar = installation.target().resolve("ianawatch.jar");
        Path source = Files.createDirectories(installation.directory().resolve("src/main/java"))
                .resolve("Main.java");
        Files.writeString(source, "class Main {}");
        age(installation.target().resolve("ianawatch.stamp"), 3);
        age(jar, 2);
        age(source.getParent(), 4);
        age(source.getParent().getParent(), 4);
        age(installation.directory().resolve("pom.xml"), 4);
        age(source, 1);

        installation.run();
        installation.run();

        assertEquals(2, installation.builds().size());
    }

    /** As an image or an archive of files brings it, with times that say nothing. */
    @Test
    void aProgramThatWasBroughtBuiltIsNotBuiltAgain() throws Exception {
        installation.run();
        age(installation.target().resolve("ianawatch.stamp"), 1);
        age(installation.target().resolve("ianawatch.jar"), 1);
        Files.createDirectories(installation.directory().resolve("snapshots/samples"));
        Files.delete(installation.directory().resolve("pom.xml"));

        Outcome outcome = installation.without("mvn").run("log");

        assertEquals(0, outcome.exitCode(), outcome::errors);
        assertEquals("", outcome.errors());
    }

    private static void age(Path path, int hours) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofHours(hours))));
    }

    @Test
    void aFailedBuildShowsWhatMavenSaid() throws Exception {
        Outcome outcome = installation.with("MAVEN_STATUS", "1").run("log");

        assertEquals(70, outcome.exitCode());
        assertEquals("", outcome.output());
        assertTrue(outcome.errors().contains("what Maven prints"), outcome::errors);
        assertTrue(outcome.errors().contains("the build failed"), outcome::errors);
        assertEquals(0, installation.with("MAVEN_STATUS", "").run("log").exitCode());
    }

    @Test
    void withoutMavenItSaysHowToGetIt() throws Exception {
        Outcome outcome = installation.without("mvn").run("log");

        assertEquals(70, outcome.exitCode());
        assertEquals("", outcome.output());
        assertTrue(outcome.errors().contains("there is no mvn on PATH; install Maven"), outcome::errors);
    }

    @Test
    void aRuntimeWithoutACompilerIsNamed() throws Exception {
        Files.delete(installation.directory().resolveSibling("a JDK 17.0.1/bin/javac"));

        Outcome outcome = installation.run("log");

        assertEquals(70, outcome.exitCode());
        assertTrue(outcome.errors().contains("a JDK 17.0.1 is a runtime without a compiler"), outcome::errors);
    }

    @Test
    void aSecondLauncherWaitsForTheFirstOnesBuild() throws Exception {
        Path began = pipe("began");
        Path go = pipe("go");
        Process first = installation.start(installation.launcher(), "first");
        Files.readString(began);

        Process second = installation.start(installation.launcher(), "second");
        String waiting = second.errorReader().readLine();
        Files.writeString(go, "\n");

        assertEquals("ianawatch: waiting for process " + first.pid() + ", which is building the program", waiting);
        assertEquals(0, Installation.end(first, "").exitCode());
        assertEquals(0, Installation.end(second, "").exitCode());
        assertEquals(1, installation.builds().size());
    }

    private Path pipe(String name) throws IOException, InterruptedException {
        Path pipe = installation.directory().resolve(name);
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        return pipe;
    }

    @Test
    void theLockOfADeadProcessIsNoObstacle() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path lock = Files.createDirectories(installation.target()).resolve("ianawatch.lock");
        Files.createSymbolicLink(lock, Path.of(String.valueOf(dead.pid())));

        Outcome outcome = installation.run("log");

        assertEquals(0, outcome.exitCode());
        assertEquals(List.of("ianawatch: building the program (once)..."), outcome.errorLines());
        assertFalse(Files.exists(lock, LinkOption.NOFOLLOW_LINKS));
    }
}
