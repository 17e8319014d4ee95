package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.ianawatch.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong input gets one sentence on standard error, exit code 2, and no stack trace. */
class UsageTest {
    @TempDir
    private static Path folder;

    private static Shell shell;

    @BeforeAll
    static void make() {
        shell = Shell.withSamples(folder);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            log --limit -1                              | --limit cannot be -1: write 0 or more
            log --limit many                            | --limit: 'many' is no whole number
            log --until 2026-13-01                      | --until: '2026-13-01' is no date: write 2019-12-22
            sync --source x --max-lost-rows -0.1        | the limit of lost rows cannot be -0.1: write 0 or more
            sync --source x --max-lost-rows NaN         | the limit of lost rows cannot be NaN: write 0 or more
            sync --source x --max-lost-bytes -1         | the limit of lost bytes cannot be -1.0: write 0 or more
            sync --source x --max-changed-rows -1       | the limit of changed rows cannot be -1.0: write 0 or more
            sync --source https://me:secret@[             | 'https://[' is no address to read from; write it as https
            sync --source x --timeout 0s                | above zero
            sync --source x --retries -1                | cannot be negative
            sync --source x --contact (                 | cannot stand in a User-Agent
            sync --source x --max-size 1GB              | '1GB' is no size: write 500B, 64KiB or 64MiB
            sync --source x --wait 5                    | '5' is no time: write 500ms, 30s, 5m, 24h or 7d
            watch                                       | watch needs --every TIME: from check to check
            watch --every 59s                           | --every must be 1m or more
            watch --every daily                         | 'daily' is no time: write 500ms, 30s, 5m, 24h or 7d
            watch --every 6h --listen localhost         | 'localhost' is no address to listen on: write 61137
            watch --every 6h --source -                 | standard input can be read once
            watch --every 6h --source x --settle never  | 'never' is no time
            watch --every 6h --max-lost-rows -1         | the limit of lost rows cannot be -1.0: write 0 or more
            watch --every 6h --config missing.toml      | cannot read the configuration missing.toml
            import                                      | import needs PATH: files, and folders of files
            import --at 2016-01-01 a.csv b.csv          | --at gives the date of one file, and there are 2
            import --at 2016-01-01 missing.csv          | --at gives the date of one file, and missing.csv is none
            import --at 2016-01-01 snapshots            | --at gives the date of one file, and snapshots is none
            import --at never pom.xml                   | --at: 'never' is no date
            log --changes -p                            | --changes lists changes and --patch snapshots
            log -p --format csv                         | --patch is no table
            log --port 22                               | --port, --kind and --service pick changes
            diff --stat --format csv                    | --stat goes with --format text and json
            show 1 --format json                        | snapshot 1 (2026-11-01) is the first, and changed nothing
            show 9                                      | there is no snapshot '9'
            port sssh                                   | did you mean ssh?
            port 22/tcp --transport udp                 | '22/tcp' is asked by tcp, and --transport names udp: leave one of them out
            diff ..2                                    | '..2' has no older side: write it as 2017..2018
            sync --source x --config snapshots          | cannot read the configuration snapshots: --config names it, and it is a folder
            port 22,quantum                             | 'quantum' is no port, and no service has that name
            port 22,                                    | there is nothing to tell
            import bin                                  | there is no file directly in bin that ends in .csv
            diff snapshots latest                       | 'snapshots' is no file, and names no snapshot
            diff 1 2 3                                  | '3' is too much: diff takes no more than FROM TO
            export --at latest~9                        | there is no snapshot 'latest~9'
            quarantine list --format csv                | 'csv' is none of text, json
            quarantine show 7                           | there is no quarantine 7
            quarantine accept 7                         | there is no quarantine 7
            completion                                  | completion needs SHELL: the shell: bash, zsh or fish
            log 12                                      | '12' is too much: log takes options alone
            log --since --until 2026-01-01              | --since needs DATE after it: only what was observed
            log --changes=yes                           | --changes takes no value
            --hoem x log                                | there is no option --hoem; did you mean --home?
            snyc                                        | 'snyc' is no command; did you mean sync?
            quarnatine list                             | 'quarnatine' is no command; did you mean quarantine?
            quarantine lsit                             | 'lsit' is no command of quarantine; did you mean list?
            quarantine frobnicate                       | 'frobnicate' is no command of quarantine: there are list, show, accept, drop
            help frobnicate                             | 'frobnicate' is no command ('ianawatch --help'
            """)
    void oneSentenceSaysWhatIsWrong(String command, String expected) {
        Shell.Ended ended = shell.run(command.split(" ", -1));

        assertEquals(ExitCode.USAGE, ended.exitCode(), ended.error());
        assertEquals("", ended.out());
        assertEquals(1, ended.errorLines().size(), ended.error());
        assertTrue(ended.error().startsWith("ianawatch: ") && ended.error().contains(expected), ended.error());
    }

    @Test
    void aGroupWithoutACommandListsThem() {
        Shell.Ended ended = shell.run("quarantine");

        assertEquals(ExitCode.USAGE, ended.exitCode());
        assertEquals("", ended.out());
        assertEquals(
                List.of(
                        "ianawatch: quarantine needs to know what to do:",
                        "  list    List what waits for a decision, newest first.",
                        "  show    Show why a download was refused, and what it would change.",
                        "  accept  Take a refused download as the newest snapshot; channels are told in",
                        "          one message each.",
                        "  drop    Remove refused downloads."),
                ended.errorLines());
    }

    @Test
    void optionsOfTheProgramMayStandBeforeTheCommand() {
        Shell nowhere = new Shell(folder.resolve("nowhere"));
        String expected = shell.run("log").out();

        assertEquals(expected, nowhere.run("--home", folder.toString(), "log").out());
        assertEquals(
                expected, nowhere.run("--home=" + folder, "--wait", "1s", "log").out());
        assertEquals(
                "No uses: 'ianawatch uses add' takes the first.\n",
                nowhere.run("uses", "--home", folder.toString(), "list").out());
        assertEquals(
                shell.run("version").out(),
                nowhere.run("--home", folder.toString(), "--config", "missing.toml", "version")
                        .out());
        assertEquals(
                2,
                nowhere.run("--home", folder.toString(), "config", "check", "--home", "x")
                        .exitCode());
    }

    @Test
    void theLastOfAnOptionCounts() {
        assertEquals(
                shell.run("log", "--limit", "1").out(),
                shell.run("log", "--limit", "7", "--limit", "1").out());
    }

    @Test
    void helpIsTheSameWhereverItIsAskedFor() {
        String expected = shell.run("help", "uses", "add").out();

        assertTrue(expected.startsWith("Usage: ianawatch uses add [OPTIONS] [USE|NOTE...]\n"), expected);
        for (String asked : List.of(
                "uses add --help", "uses add -h --note", "--help uses add", "uses help add", "uses --help add")) {
            assertEquals(new Shell.Ended(0, expected, ""), shell.run(asked.split(" ")), asked);
        }
        assertEquals(shell.run("help").out(), shell.run("--help").out());
        assertEquals(shell.run("--version").out(), shell.run("-V").out());
    }

    @Test
    void anAnswerThatCannotBeWrittenIsNoWrongUsage() {
        for (String file : List.of("/missing/folder/file", "snapshots")) {
            Shell.Ended ended = shell.run("export", "--output", file);

            assertEquals(ExitCode.UNREADABLE, ended.exitCode(), ended.error());
            assertTrue(ended.error().startsWith("ianawatch: cannot write " + file + " ("), ended.error());
        }
    }
}
