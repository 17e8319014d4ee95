package org.ianawatch.cli.sync;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.ianawatch.answer.Answers;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.Durations;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.SharedOptions;
import org.ianawatch.cli.console.TableFormat;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.watch.Standing;
import org.jspecify.annotations.Nullable;

/** {@code ianawatch status}: how the job is doing, for monitoring. */
public final class StatusCommand {
    private static final Option<Duration> MAXIMUM_AGE = Option.of(
            "--max-age", "TIME", Durations::parse, "End with 3 when the last success is older, or there was none.");
    public static final Command COMMAND = Command.named(
                    "status", "Say how the job is doing: the last check, the last change, what waits.")
            .options(MAXIMUM_AGE, SharedOptions.TABLE_FORMAT)
            .groups(CommonOptions.GROUPS)
            .notes("The first line says it all. A success is a check after which the store had what the source had.")
            .exits(ExitCode.DONE, "how it stands was said")
            .exits(ExitCode.UNREADABLE, "the last success is too old, or there was none (with --max-age)")
            .example("ianawatch status")
            .example("ianawatch status --max-age 36h || exit 2", "for Nagios: critical when it ends with 3")
            .example("ianawatch status --format json | jq .age_seconds")
            .build();

    private final @Nullable Duration maximumAge;
    private final TableFormat format;
    private final CommonOptions common;

    private final Console console;

    public StatusCommand(Console console, Values values) {
        this.console = console;
        this.maximumAge = values.find(MAXIMUM_AGE);
        this.format = values.get(SharedOptions.TABLE_FORMAT);
        this.common = new CommonOptions(values);
    }

    public int run() throws IOException, StoreBusyException, InterruptedException {
        Instant now = console.clock().instant();
        if (maximumAge != null && !common.home(console).hasDatabase()) {
            console.say("there is no store in " + common.home(console).directory()
                    + ", and so no success that is recent enough: 'ianawatch sync' makes one");
            return ExitCode.UNREADABLE;
        }
        Standing standing;
        Answers answers = common.answers(console);
        standing = Standing.of(answers, now);

        new StandingPrinter(console, format, now, maximumAge).print(standing);
        return standing.isStale(now, maximumAge) ? ExitCode.UNREADABLE : ExitCode.DONE;
    }
}
