package org.ianawatch.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.ianawatch.watch.Board;
import org.ianawatch.watch.HealthPage;
import org.ianawatch.watch.Lookout;
import org.ianawatch.watch.MetricsPage;
import org.ianawatch.watch.Page;
import org.ianawatch.watch.Schedule;
import org.ianawatch.watch.Watch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ianawatch watch}: the job by itself. */
@Command(
        name = "watch",
        description = "Do what sync does again and again, and stay in the foreground.",
        sortOptions = false,
        footer = {
            "",
            "The first check comes at once, unless the last one was less than --every ago. A check that fails",
            "is said, and the next one comes at its time. What could not be delivered is tried again when it is",
            "due, between the checks too. SIGHUP reads the configuration again; SIGTERM and SIGINT end it.",
            "",
            "Examples:",
            "  ianawatch watch --every 6h",
            "  ianawatch watch --every 6h --quiet --listen 61137",
            "  curl -f http://127.0.0.1:61137/health         fails when no check has succeeded for 18 hours",
            "  curl http://127.0.0.1:61137/metrics           for Prometheus",
            "  kill -HUP PID                                 after a change of the configuration"
        })
final class WatchCommand implements Callable<Integer> {
    private static final int STEPS_OF_HEALTH = 3;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            required = true,
            converter = DurationConverter.class,
            description = "From check to check: 6h; 1m at least.")
    private Duration every = Duration.ofHours(6);

    @Option(
            names = "--listen",
            paramLabel = "[HOST:]PORT",
            converter = ListenAddress.class,
            description = "Serve /health and /metrics there, to this machine alone unless HOST is another address.")
    private @Nullable InetSocketAddress listen;

    @Option(
            names = "--max-age",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "/health is bad when the last success is older; three times --every unless set.")
    private @Nullable Duration maximumAge;

    @Mixin
    private SyncOptions options = new SyncOptions();

    private final Console console;

    WatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
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
                new MetricsPage(board, clock, RootCommand.Version.number())));
    }
}
