package org.ianawatch.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.watch.Standing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ianawatch status}: how the job is doing, for monitoring. */
@Command(
        name = "status",
        description = "Say how the job is doing: the last check, the last change, what waits.",
        sortOptions = false,
        footer = {
            "",
            "The first line says it all. A success is a check after which the store had what the source had.",
            "",
            "Examples:",
            "  ianawatch status",
            "  ianawatch status --max-age 36h || exit 2      for Nagios: critical when it ends with 3",
            "  ianawatch status --format json | jq .age_seconds"
        })
final class StatusCommand implements Callable<Integer> {
    @Option(
            names = "--max-age",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "End with 3 when the last success is older, or there was none.")
    private @Nullable Duration maximumAge;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Converters.ListFormats.class,
            description = "text or json; ${DEFAULT-VALUE} unless set.")
    private ListFormat format = ListFormat.TEXT;

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Console console;

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, StoreBusyException, InterruptedException {
        Instant now = console.clock().instant();
        Standing standing;
        try (Store store = common.open(console)) {
            standing = Standing.of(store, now);
        }
        new StandingPrinter(console, format, now, maximumAge).print(standing);
        return standing.isStale(now, maximumAge) ? ExitCode.UNREADABLE : ExitCode.DONE;
    }
}
