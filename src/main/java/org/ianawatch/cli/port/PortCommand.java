package org.ianawatch.cli.port;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ianawatch.answer.Answers;
import org.ianawatch.answer.PortFacts;
import org.ianawatch.answer.Snapshots;
import org.ianawatch.cli.command.Argument;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Reading;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.SharedOptions;
import org.ianawatch.cli.console.TableCsv;
import org.ianawatch.cli.console.TableFormat;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.ports.host.Listener;
import org.ianawatch.ports.host.ThisMachine;
import org.ianawatch.registry.Span;
import org.ianawatch.report.Json;
import org.ianawatch.report.Members;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.home.StoreBusyException;
import org.jspecify.annotations.Nullable;

/** {@code ianawatch port}: all that is known of ports. */
public final class PortCommand {
    private static final Argument<String> ASKED = Argument.several(
            "PORT",
            Reading.text(),
            "A port, a range (272-279), one with a transport (278/tcp), or a service's name (ssh).");
    public static final Command COMMAND = Command.named(
                    "port", "Say what a port is, since when, what stands beside it, and what happened to it.")
            .argument(ASKED)
            .options(SharedOptions.TRANSPORTS, SharedOptions.AT, SharedOptions.TABLE_FORMAT)
            .groups(CommonOptions.GROUPS)
            .notes("Several may stand apart by blanks or commas. JSON is an object for one port or range, else a list.")
            .example("ianawatch port 278")
            .example("ianawatch port 22,80 8000-8080")
            .example("ianawatch port ssh")
            .example("ianawatch port 272-279 --transport tcp")
            .example("ianawatch port 4420 --at 2017-06 --format json")
            .paged()
            .build();

    private final List<String> asked;
    private final List<String> transports;
    private final SnapshotSelector at;
    private final TableFormat format;
    private final CommonOptions common;
    private final Console console;

    public PortCommand(Console console, Values values) {
        this.console = console;
        this.asked = values.all(ASKED).stream()
                .flatMap(word -> Stream.of(word.split(",", -1)))
                .toList();
        this.transports = values.all(SharedOptions.TRANSPORTS);
        this.at = values.get(SharedOptions.AT);
        this.format = values.get(SharedOptions.TABLE_FORMAT);
        this.common = new CommonOptions(values);
    }

    public int run() throws IOException, StoreBusyException, InterruptedException {
        List<HistorySubject> subjects = asked.stream().map(HistorySubject::of).toList();
        List<PortFacts> facts = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        Answers answers = common.answers(console);
        Snapshots snapshots = answers.snapshots();
        SnapshotEntry snapshot = at.among(snapshots);
        boolean isNow = snapshot.number() == snapshots.get(0).number();
        for (HistorySubject subject : subjects) {
            List<String> wanted = subject.transports().isEmpty() ? transports : subject.transports();
            if (!transports.isEmpty() && !transports.containsAll(wanted)) {
                throw new UsageException("'" + subject.text() + "' is asked by " + String.join(",", wanted)
                        + ", and --transport names " + String.join(",", transports) + ": leave one of them out");
            }
            for (Span ports : PortsOfName.of(subject, snapshot, answers)) {
                if (!shown.add(ports + "/" + wanted)) {
                    continue;
                }
                facts.add(PortFacts.of(answers, ports, snapshot, wanted, isNow ? listeners(ports, wanted) : List.of()));
            }
        }

        boolean isOne = subjects.size() == 1 && subjects.get(0).ports() != null;
        switch (format) {
            case JSON -> Json.write(isOne ? facts.get(0) : facts, console.out());
            case CSV -> csv(facts);
            case TEXT -> text(facts, snapshots);
        }
        return ExitCode.DONE;
    }

    private void csv(List<PortFacts> facts) throws IOException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (PortFacts one : facts) {
            for (PortFacts.State state : one.states()) {
                Map<String, @Nullable Object> row = Members.of(state);
                row.put("snapshot", one.snapshot());
                row.put("observed_at", one.observedAt());
                rows.add(row);
            }
        }
        List<String> columns = new ArrayList<>(Members.keys(PortFacts.State.class));
        columns.addAll(List.of("snapshot", "observed_at"));
        TableCsv.write(columns, rows, console.out());
    }

    private void text(List<PortFacts> facts, Snapshots snapshots) throws IOException {
        PortPrinter printer = new PortPrinter(console);
        String gap = "";
        for (PortFacts one : facts) {
            console.out().print(gap);
            printer.print(one, snapshots);
            gap = "\n";
        }
    }

    private List<Listener> listeners(Span ports, List<String> wanted) {
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
