package org.ianawatch.cli.port;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ianawatch.answer.Answers;
import org.ianawatch.answer.RowLife;
import org.ianawatch.cli.command.NearNames;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.diff.Glob;
import org.ianawatch.registry.Ports;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
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
    private static final Pattern NAME = Pattern.compile("(.+)/(tcp|udp|sctp|dccp)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PORTS = Pattern.compile("(\\d+(?:-\\d+)?)(?:/([A-Za-z]+))?");

    /**
     * Reads ports, or else a name.
     *
     * @throws UsageException when the ports are none, or there is no name
     */
    static HistorySubject of(String text) {
        Matcher matcher = PORTS.matcher(text);
        if (text.isBlank()) {
            throw new UsageException("there is nothing to tell of: write a service name or a port");
        }
        if (!matcher.matches()) {
            Matcher name = NAME.matcher(text);
            return name.matches()
                    ? new HistorySubject(name.group(1), null, transports(name.group(2)))
                    : new HistorySubject(text, null, List.of());
        }
        try {
            return new HistorySubject(text, Ports.parse(matcher.group(1)), transports(matcher.group(2)));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
    }

    private static List<String> transports(@Nullable String word) {
        if (word == null) {
            return List.of();
        }
        String name = word.toLowerCase(Locale.ROOT);
        List<String> known = Space.ALL.stream().map(Space::name).toList();
        if (!known.contains(name)) {
            throw new IllegalArgumentException("'" + word + "' is no transport: write " + String.join(", ", known));
        }
        return List.of(name);
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
