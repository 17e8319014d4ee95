package org.ianawatch.cli.port;

import java.util.List;
import java.util.stream.Collectors;
import org.ianawatch.answer.Answers;
import org.ianawatch.answer.RowLife;
import org.ianawatch.cli.command.NearNames;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.diff.Glob;
import org.ianawatch.registry.Ports;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Subject;
import org.ianawatch.report.TerminalText;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks the history of.
 *
 * @param text the ports as the person wrote them, or the name alone
 * @param ports null for a service name
 * @param transports the one behind the ports or the name; none where there is none
 */
record HistorySubject(String text, @Nullable Span ports, List<String> transports) {
    /**
     * Reads ports, or else a name.
     *
     * @throws UsageException when the ports are none, or there is no name
     */
    static HistorySubject of(String text) {
        if (text.isBlank()) {
            throw new UsageException("there is nothing to tell of: write a service name or a port");
        }
        Subject subject = Subject.of(text);
        if (!subject.isPorts()) {
            return subject.transport() == null || subject.what().isEmpty()
                    ? new HistorySubject(text, null, List.of())
                    : new HistorySubject(subject.what(), null, transports(subject));
        }
        try {
            return new HistorySubject(text, Ports.parse(subject.what()), transports(subject));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
    }

    private static List<String> transports(Subject subject) {
        Space transport = subject.transport();
        if (subject.by() != null && transport == null) {
            throw new IllegalArgumentException("'" + subject.by() + "' is no transport: write "
                    + Space.ALL.stream().map(Space::name).collect(Collectors.joining(", ")));
        }
        return transport == null ? List.of() : List.of(transport.name());
    }

    List<RowLife> lives(Answers answers) {
        return ports == null ? answers.lives(new Glob(text)) : answers.lives(ports);
    }

    /** Why there is no history, and what to do. */
    String nothing(Answers answers) {
        if (ports != null) {
            return "No snapshot has a row for " + text + ": 'ianawatch port " + ports + "' says what that means";
        }
        List<String> near = NearNames.of(text, answers.names());
        return "No snapshot has a service named '" + TerminalText.safe(text) + "': "
                + (near.isEmpty()
                        ? "'ianawatch search' looks for words, too"
                        : "did you mean " + TerminalText.safe(String.join(" or ", near)) + "?");
    }
}
