package org.ianawatch.cli.sync;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.Durations;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.cli.console.Version;
import org.ianawatch.watch.Board;
import org.ianawatch.watch.HealthPage;
import org.ianawatch.watch.Lookout;
import org.ianawatch.watch.MetricsPage;
import org.ianawatch.watch.Page;
import org.ianawatch.watch.Schedule;
import org.ianawatch.watch.Watch;
import org.jspecify.annotations.Nullable;

/** {@code ianawatch watch}: the job by itself. */
public final class WatchCommand {
    private static final int STEPS_OF_HEALTH = 3;

    private static final Option<Duration> EVERY = Option.of(
                    "--every", "TIME", Durations::parse, "From check to check: 6h; 1m at least.")
            .required();
    private static final Option<InetSocketAddress> LISTEN = Option.of(
            "--listen",
            "[HOST:]PORT",
            ListenAddress::parse,
            "Serve /health and /metrics there, to this machine alone unless HOST is another address.");
    private static final Option<Duration> MAXIMUM_AGE = Option.of(
            "--max-age",
            "TIME",
            Durations::parse,
            "/health is bad when the last success is older; three times --every unless set.");
    public static final Command COMMAND = Command.named(
                    "watch", "Do what sync does again and again, and stay in the foreground.")
            .options(EVERY, LISTEN, MAXIMUM_AGE)
            .groups(SyncOptions.GROUPS)
            .notes(
                    "The first check comes at once, unless the last one was less than --every ago. A check that fails is said, and the next one comes at its time. What could not be delivered is tried again when it is due, between the checks too. SIGHUP reads the configuration again; SIGTERM and SIGINT end it.")
            .example("ianawatch watch --every 6h")
            .example("ianawatch watch --every 6h --quiet --listen 61137")
            .example("curl -f http://127.0.0.1:61137/health", "fails when no check has succeeded for 18 hours")
            .example("curl http://127.0.0.1:61137/metrics", "for Prometheus")
            .example("kill -HUP PID", "after a change of the configuration")
            .build();

    private final Duration every;
    private final @Nullable InetSocketAddress listen;
    private final @Nullable Duration maximumAge;
    private final SyncOptions options;

    private final Console console;

    public WatchCommand(Console console, Values values) {
        this.console = console;
        this.every = values.get(EVERY);
        this.listen = values.find(LISTEN);
        this.maximumAge = values.find(MAXIMUM_AGE);
        this.options = new SyncOptions(values);
    }

    public int run() throws IOException, InterruptedException {
        if (every.compareTo(Schedule.SHORTEST) < 0) {
            throw new UsageException(
                    "--every must be 1m or more: the registry changes about forty times a year, and its server is IANA's");
        }
        Board board = new Board();
        WatchJob job = new WatchJob(options, board, console);
        CommonOptions common = options.common();
        Lookout lookout = new Lookout(common.home(console), common.patience(), console.clock());
        Watch watch = new Watch(console.clock(), every, lookout, job, board);
        Foreground foreground = new Foreground(console, options.quiet());
        if (listen == null) {
            foreground.run("watch", watch::run, job::reload);
        } else {
            try (PageServer server = PageServer.start(listen, pages(board), console)) {
                if (!options.quiet()) {
                    console.say("serving http://" + server.address() + "/health and /metrics");
                }
                foreground.run("watch", watch::run, job::reload);
            }
        }
        return ExitCode.DONE;
    }

    private Map<String, Page> pages(Board board) {
        Clock clock = console.clock();
        Duration oldest = maximumAge == null ? every.multipliedBy(STEPS_OF_HEALTH) : maximumAge;
        return new TreeMap<>(Map.of(
                "/health",
                new HealthPage(board, clock, oldest),
                "/metrics",
                new MetricsPage(board, clock, Version.text())));
    }
}
