package org.ianawatch.report;

import java.util.ArrayList;
import java.util.List;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.jspecify.annotations.Nullable;

/** Ports, names and transports as the subject of a sentence. Safe for a terminal. */
final class SubjectWords {
    private SubjectWords() {}

    /** What changed: {@code 278/tcp}, or {@code foo (tcp, no port)} without a port. */
    static String of(@Nullable Span ports, List<Space> transports, String service) {
        if (ports != null) {
            return of(ports.toString(), transports);
        }
        String name = service.isEmpty() ? "a row without a name" : TerminalText.safe(service);
        return name + " (" + by(transports) + ", no port)";
    }

    /** Ports in digits with their transports. */
    static String of(String ports, List<Space> transports) {
        boolean all = transports.equals(Space.ALL);
        return ports + (all ? " (" + by(transports) + ")" : "/" + by(transports));
    }

    /** The transports in words: {@code tcp,udp}, or {@code all transports}. */
    static String by(List<Space> transports) {
        return transports.equals(Space.ALL) ? "all transports" : TerminalText.safe(names(transports));
    }

    private static String names(List<Space> transports) {
        List<String> names = new ArrayList<>(transports.size());
        for (Space transport : transports) {
            names.add(transport.name());
        }
        return String.join(",", names);
    }
}
