package org.ianawatch.cli;

import java.time.Duration;
import org.ianawatch.sync.GuardLimits;
import picocli.CommandLine.Option;

/** The options that set the guard's limits. */
final class GuardOptions {
    @Option(
            names = "--max-lost-rows",
            paramLabel = "PERCENT",
            defaultValue = "0.5",
            description = "Refuse what loses more of its rows; ${DEFAULT-VALUE} unless set.")
    private double lostRowsPercent;

    @Option(
            names = "--max-lost-bytes",
            paramLabel = "PERCENT",
            defaultValue = "1.0",
            description = "Refuse what loses more of its bytes; ${DEFAULT-VALUE} unless set.")
    private double lostBytesPercent;

    @Option(
            names = "--max-changed-rows",
            paramLabel = "NUMBER",
            defaultValue = "400",
            description = "Refuse what changes more rows; ${DEFAULT-VALUE} unless set.")
    private int changedRows;

    @Option(
            names = "--settle",
            paramLabel = "TIME",
            defaultValue = "24h",
            converter = DurationConverter.class,
            description = "Take a step back that is still there after this time; ${DEFAULT-VALUE} unless set.")
    private Duration settle = GuardLimits.DEFAULT.settle();

    GuardLimits limits() {
        try {
            return new GuardLimits(lostRowsPercent, lostBytesPercent, changedRows, settle);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
    }
}
