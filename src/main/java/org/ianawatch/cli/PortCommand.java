package org.ianawatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ianawatch.host.Listener;
import org.ianawatch.host.ThisMachine;
import org.ianawatch.registry.PortRange;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ianawatch port}: all that is known of a port or a range. */
@Command(
        name = "port",
        description = "Say what a port is, since when, what stands beside it, and what happened to it.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ianawatch port 278",
            "  ianawatch port 272-279 --transport tcp",
            "  ianawatch port 4420 --at 2017-06-01 --format json"
        })
final class PortCommand implements Callable<Integer> {
    @Parameters(paramLabel = "N|A-B", description = "A port, or a range of ports; with a transport behind it or not.")
    private String asked = "";

    @Option(
            names = "--transport",
            paramLabel = "NAME",
            split = ",",
            description = "Only by this transport: tcp, udp, sctp, dccp.")
    private List<String> transports = List.of();

    @Option(
            names = "--at",
            paramLabel = "DATE",
            defaultValue = "latest",
            converter = Converters.Selectors.class,
            description = "A date (what was known then), a snapshot's number, or latest~3; the newest unless set.")
    private SnapshotSelector at = SnapshotSelector.latest();

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

    PortCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, StoreBusyException, InterruptedException {
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
