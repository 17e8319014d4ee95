package org.ianawatch.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.TimeToCome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ianawatch uses check}: what changed of what this site relies on. */
@Command(
        name = "check",
        description = "Say what changed of what this site relies on, newest first.",
        sortOptions = false,
        footer = {
            "",
            "Changes of white space and of spelling are counted, and do not make --exit-code 1.",
            "",
            "Examples:",
            "  ianawatch uses check",
            "  ianawatch uses check --since 2026-11-01 --format json",
            "  ianawatch uses check --quiet --since 24h             for cron, once a day",
            "  ianawatch uses check --exit-code --since latest~1 || notify"
        })
final class UsesCheckCommand implements Callable<Integer> {
    @Option(
            names = "--since",
            paramLabel = "DATE",
            converter = Converters.Sinces.class,
            description = "What was observed on this date or later, in a span back from now (24h, 7d), or after a"
                    + " snapshot (12, latest~1); since each use was added unless set.")
    private @Nullable Since since;

    @Option(names = "--exit-code", description = "End with 1 when something changed.")
    private boolean exitCode;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Converters.ListFormats.class,
            description = "text or json; ${DEFAULT-VALUE} unless set.")
    private ListFormat format = ListFormat.TEXT;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print only when something changed or went wrong.")
    private boolean quiet;

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Console console;

    UsesCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, StoreBusyException, InterruptedException {
        try (Store store = common.open(console)) {
            Instant now = console.clock().instant();
            Since.Moment moment = since == null ? null : since.in(store, now);
            UsesCheck check = UsesCheck.of(store, moment, store.find(SnapshotSelector.latest()), now);
            sayWhatIsToCome(store, check, now);
            boolean changed = !check.telling().isEmpty();
            if (changed || !quiet) {
                new UsesCheckPrinter(console.out()).print(check, format);
            }
            return exitCode && changed ? ExitCode.DIFFERENT : ExitCode.DONE;
        }
    }

    private void sayWhatIsToCome(Store store, UsesCheck check, Instant now) {
        store.firstAfter(now)
                .filter(entry -> TimeToCome.is(entry.observedAt(), now))
                .ifPresent(entry -> console.say(TimeToCome.words(entry)));
        check.uses().stream()
                .filter(use -> TimeToCome.is(use.addedAt(), now))
                .forEach(use ->
                        console.say("the use of " + use.use() + " was added at " + TimeToCome.words(use.addedAt())
                                + ", so that every change counts; remove it and add it again"));
    }
}
