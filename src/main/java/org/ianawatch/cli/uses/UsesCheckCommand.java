package org.ianawatch.cli.uses;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.ianawatch.answer.Answers;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.FilterOptions;
import org.ianawatch.cli.console.ListFormat;
import org.ianawatch.cli.console.SharedOptions;
import org.ianawatch.diff.Kind;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.TimeToCome;
import org.ianawatch.store.home.StoreBusyException;
import org.jspecify.annotations.Nullable;

/** {@code ianawatch uses check}: what changed of what this site relies on. */
public final class UsesCheckCommand {
    private static final Option<Since> SINCE = Option.timed(
            "--since",
            "DATE",
            Since::parse,
            "What was observed on this date or later, in a span back from now (24h, 7d), or after a snapshot (12, latest~1); since each use was added unless set.");
    private static final Option<Boolean> EXIT_CODE = Option.flag("--exit-code", "End with 1 when something changed.");
    private static final Option<Boolean> QUIET = Option.flag(
                    "--quiet", "Print only when something changed or went wrong.")
            .or("-q");
    static final Command COMMAND = Command.named("check", "Say what changed of what this site relies on, newest first.")
            .options(SINCE, FilterOptions.KINDS, EXIT_CODE, SharedOptions.FORMAT, QUIET)
            .groups(CommonOptions.GROUPS)
            .notes("Changes of white space and of spelling are counted, and do not make --exit-code 1.")
            .example("ianawatch uses check")
            .example("ianawatch uses check --kind assigned,renamed")
            .example("ianawatch uses check --since 2026-11-01 --format json")
            .example("ianawatch uses check --quiet --since 24h", "for cron, once a day")
            .example("ianawatch uses check --exit-code --since latest~1 || notify")
            .paged()
            .build();

    private final @Nullable Since since;
    private final List<Kind> kinds;
    private final boolean exitCode;
    private final ListFormat format;
    private final boolean quiet;
    private final CommonOptions common;

    private final Console console;

    public UsesCheckCommand(Console console, Values values) {
        this.console = console;
        this.since = values.find(SINCE);
        this.kinds = values.all(FilterOptions.KINDS);
        this.exitCode = values.has(EXIT_CODE);
        this.format = values.get(SharedOptions.FORMAT);
        this.quiet = values.has(QUIET);
        this.common = new CommonOptions(values);
    }

    public int run() throws IOException, StoreBusyException, InterruptedException {
        Answers answers = common.answers(console);
        Instant now = console.clock().instant();
        Since.Moment moment = since == null ? null : since.in(answers);
        UsesCheck check = UsesCheck.of(answers, moment, answers.find(SnapshotSelector.latest()), now)
                .only(kinds);
        sayWhatIsToCome(answers, check, now);
        boolean changed = !check.telling().isEmpty();
        if (changed || !quiet) {
            new UsesCheckPrinter(console.out()).print(check, format);
        }
        return exitCode && changed ? ExitCode.DIFFERENT : ExitCode.DONE;
    }

    private void sayWhatIsToCome(Answers answers, UsesCheck check, Instant now) {
        answers.firstAfter(now)
                .filter(entry -> TimeToCome.is(entry.observedAt(), now))
                .ifPresent(entry -> console.say(TimeToCome.words(entry)));
        check.uses().stream()
                .filter(use -> TimeToCome.is(use.addedAt(), now))
                .forEach(use ->
                        console.say("the use of " + use.use() + " was added at " + TimeToCome.words(use.addedAt())
                                + ", so that every change counts; remove it and add it again"));
    }
}
