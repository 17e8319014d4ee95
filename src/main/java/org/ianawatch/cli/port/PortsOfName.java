package org.ianawatch.cli.port;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.ianawatch.answer.Answers;
import org.ianawatch.cli.command.NearNames;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Span;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.SnapshotEntry;

/** The ports that a person means who names a service. */
final class PortsOfName {
    private PortsOfName() {}

    /**
     * The ports that are named, or those that a service of that name has at a snapshot, lowest first.
     *
     * @throws UsageException when no service has that name then, or none of a port, with what may be meant
     */
    static List<Span> of(HistorySubject subject, SnapshotEntry snapshot, Answers answers) {
        Span ports = subject.ports();
        if (ports != null) {
            return List.of(ports);
        }
        String name = subject.text();
        List<Entry> named = answers.named(List.of(name.toLowerCase(Locale.ROOT)), snapshot);
        List<Span> found = named.stream()
                .map(Entry::span)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        if (!found.isEmpty()) {
            return found;
        }
        String shown = TerminalText.safe(name);
        if (!named.isEmpty()) {
            throw new UsageException("the service '" + shown + "' has no port in " + snapshot.label()
                    + ": 'ianawatch history " + shown + "' tells of it");
        }
        List<String> near = NearNames.of(name, answers.names());
        throw new UsageException(
                "'" + shown + "' is no port, and no service has that name in " + snapshot.label() + ": "
                        + (near.isEmpty() || near.contains(name.toLowerCase(Locale.ROOT))
                                ? "write 278, 272-279, 278/tcp or ssh; 'ianawatch history' tells of what is gone"
                                : "did you mean " + TerminalText.safe(String.join(" or ", near)) + "?"));
    }
}
