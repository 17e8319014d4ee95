package org.ianawatch.cli.sync;

import java.time.Duration;
import java.util.List;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.OptionGroup;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.Durations;
import org.ianawatch.cli.console.Readings;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.sync.GuardLimits;

/** The options that set the guard's limits. */
final class GuardOptions {
    static final Option<Double> LOST_ROWS_PERCENT = Option.of(
                    "--max-lost-rows",
                    "PERCENT",
                    Readings::decimal,
                    "Refuse what loses more of its rows; 0.5 unless set.")
            .unlessSet("0.5");
    static final Option<Double> LOST_BYTES_PERCENT = Option.of(
                    "--max-lost-bytes",
                    "PERCENT",
                    Readings::decimal,
                    "Refuse what loses more of its bytes; 1.0 unless set.")
            .unlessSet("1.0");
    static final Option<Integer> CHANGED_ROWS = Option.of(
                    "--max-changed-rows", "NUMBER", Readings::integer, "Refuse what changes more rows; 400 unless set.")
            .unlessSet("400");
    static final Option<Duration> SETTLE = Option.of(
                    "--settle",
                    "TIME",
                    Durations::parse,
                    "Take a step back that is still there after this time; 24h unless set.")
            .unlessSet("24h");
    static final OptionGroup GROUP =
            new OptionGroup("The guard", List.of(LOST_ROWS_PERCENT, LOST_BYTES_PERCENT, CHANGED_ROWS, SETTLE));

    private final double lostRowsPercent;
    private final double lostBytesPercent;
    private final int changedRows;
    private final Duration settle;

    GuardOptions(Values values) {
        this.lostRowsPercent = values.get(LOST_ROWS_PERCENT);
        this.lostBytesPercent = values.get(LOST_BYTES_PERCENT);
        this.changedRows = values.get(CHANGED_ROWS);
        this.settle = values.get(SETTLE);
    }

    GuardLimits limits() {
        try {
            return new GuardLimits(lostRowsPercent, lostBytesPercent, changedRows, settle);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
    }
}
