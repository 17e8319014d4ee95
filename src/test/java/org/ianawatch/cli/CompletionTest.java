package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The completion script, loaded by a real bash that asks what a word may become. */
class CompletionTest {
    @TempDir
    private Path folder;

    private Path script;

    @BeforeEach
    void write() throws Exception {
        Shell.Ended ended = new Shell(folder).run("completion", "bash");
        assertEquals(0, ended.exitCode());
        script = Files.writeString(folder.resolve("completion"), ended.out());
    }

    @ParameterizedTest(name = "ianawatch {0}")
    @CsvSource({
        "'qu', quarantine",
        "'e', export",
        "'quarantine a', accept",
        "'quarantine ', list show accept drop",
        "'sync --sou', --source",
        "'sync --acc', --accept",
        "'wa', watch",
        "'watch --lis', --listen",
        "'import --str', --strict",
        "'completion ba', bash",
        "'log --format j', json",
        "'log --format=j', json",
        "'diff --kind as', assigned",
        "'--home somewhere uses a', add",
        "'--home quarantine lo', log",
        "'uses add --fi', --file",
        "'port --at ', ''",
        "'nonsense', ''"
    })
    void bashCompletes(String typed, String expected) throws Exception {
        Set<String> found = complete(typed);

        for (String word : expected.split(" ", -1)) {
            assertTrue(word.isEmpty() ? found.isEmpty() : found.contains(word), found::toString);
        }
        if (!expected.contains(" ") && !expected.isEmpty()) {
            assertEquals(Set.of(expected), found);
        }
    }

    @Test
    void theScriptForZshLoadsItsEmulationOfBashFirst() {
        String zsh = new Shell(folder).run("completion", "zsh").out();

        assertTrue(zsh.startsWith(
                "autoload -U +X compinit && compinit -u\nautoload -U +X bashcompinit && bashcompinit\n"));
        assertTrue(zsh.contains("_complete_ianawatch"));
    }

    @Test
    void bashCompletesFilesWhereFilesAreMeant() throws Exception {
        assertEquals(Set.of("pom.xml"), complete("import pom"));
        assertEquals(Set.of("pom.xml"), complete("export --output pom"));
        assertEquals(Set.of(), complete("search pom"));
    }

    /** fish reads single quotes with two escapes; every line is one command of it. */
    @Test
    void theScriptForFishNamesEveryCommandAndOption() {
        String fish = new Shell(folder).run("completion", "fish").out();

        assertTrue(
                fish.lines()
                        .skip(1)
                        .allMatch(line ->
                                line.matches("complete -c ianawatch (?:[^'\\\\]|'(?:[^'\\\\]|\\\\['\\\\])*')+")),
                fish);
        assertTrue(
                fish.contains(
                        "\ncomplete -c ianawatch -n '__fish_seen_subcommand_from uses; and not __fish_seen_subcommand_from add remove list check'"
                                + " -a add -d 'Write down that this site relies on ports or a service name; again, to change the note.'\n"),
                fish);
        assertTrue(
                fish.contains(
                        "\ncomplete -c ianawatch -n '__fish_seen_subcommand_from log' -l format -x -a 'text json csv' -d 'text, json or csv; text unless set.'\n"),
                fish);
    }

    private Set<String> complete(String typed) throws Exception {
        Process bash = new ProcessBuilder(
                        "bash",
                        "--norc",
                        "-c",
                        "source \"$1\"; compopt() { :; }; IFS=' ' read -ra COMP_WORDS <<<\"ianawatch ${2//=/ = }\"; case $2 in *' ') COMP_WORDS+=('');;"
                                + " esac; COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _complete_ianawatch;"
                                + " printf '%s\\n' \"${COMPREPLY[@]}\"",
                        "bash",
                        script.toString(),
                        typed)
                .redirectErrorStream(true)
                .start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor(), output);
        Set<String> words = new TreeSet<>(Arrays.asList(output.split("\\s+")));
        words.remove("");
        return words;
    }
}
