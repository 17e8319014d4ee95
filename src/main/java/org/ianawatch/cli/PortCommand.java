package org.ianawatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ianawatch.cli.command.Argument;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Reading;
import org.ianawatch.cli.command.Values;
import org.ianawatch.host.Listener;
import org.ianawatch.host.ThisMachine;
import org.ianawatch.registry.PortRange;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;

/** {@code ianawatch port}: all that is known of a port or a range. */
final class PortCommand {
    private static final Argument<String> ASKED =
            Argument.one("N|A-B", Reading.text(), "A port, or a range of ports; with a transport behind it or not.");
    static final Command COMMAND = Command.named(
                    "port", "Say what a port is, since when, what stands beside it, and what happened to it.")
            .argument(ASKED)
            .options(SharedOptions.TRANSPORTS, SharedOptions.AT, SharedOptions.FORMAT)
            .groups(CommonOptions.GROUPS)
            .example("ianawatch port 278")
            .example("ianawatch port 272-279 --transport tcp")
            .example("ianawatch port 4420 --at 2017-06-01 --format json")
            .build();

    private final String asked;
    private final List<String> transports;
    private final SnapshotSelector at;
    private final ListFormat format;
    private final CommonOptions common;

    private final Console console;

    PortCommand(Console console, Values values) {
        this.console = console;
        this.asked = values.get(ASKED);
        this.transports = values.all(SharedOptions.TRANSPORTS);
        this.at = values.get(SharedOptions.AT);
        this.format = values.get(SharedOptions.FORMAT);
        this.common = new CommonOptions(values);
    }

    int run() throws IOException, StoreBusyException, InterruptedException {
        HistorySubject subject = HistorySubject.of(asked);
        PortRange ports = subject.ports();
        if (ports == null) {
            throw new UsageException(
                    "'" + asked + "' is no port: write it like 278, 272-279 or 278/tcp; 'ianawatch history " + asked
                            + "' tells of a service name");
        }
        List<String> wanted = new ArrayList<>(transports);
        wanted.addAll(subject.transports());
        try (Store store = common.open(console)) {
            List<SnapshotEntry> snapshots = store.snapshots();
            SnapshotEntry snapshot = at.among(snapshots);
            boolean isNow = snapshot.number() == snapshots.get(0).number();
            PortFacts facts = PortFacts.of(
                    store, ports, snapshot, snapshots, wanted, isNow ? listeners(ports, wanted) : List.of());
            if (format == ListFormat.JSON) {
                PortJson.write(facts, console.out());
            } else {
                new PortPrinter(console.out(), console.style()).print(facts);
            }
        }
        return ExitCode.DONE;
    }

    private List<Listener> listeners(PortRange ports, List<String> wanted) {
        Path proc = Path.of(console.environment().getOrDefault("HOST_PROC", "/proc"));
        try {
            return Listener.of(new ThisMachine(proc).read(ports).sockets()).stream()
                    .filter(listener -> PortFacts.isWanted(List.of(listener.transport()), wanted))
                    .toList();
        } catch (IOException unreadable) {
            console.say("cannot see what listens here: " + TerminalText.safe(unreadable.toString()));
            return List.of();
        }
    }
}
