package org.ianawatch.report;

import java.util.ArrayList;
import java.util.List;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.Wording;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.jspecify.annotations.Nullable;

/** Ports, names and transports as the subject of a sentence. Safe for a terminal. */
final class SubjectWords {
    private SubjectWords() {}

    /** What changed, in the registry's own words where it is not of ports: {@code 0x13,0x06}, {@code 7 (a)} of the scope a. */
    static String of(Change change, String name) {
        Wording wording = change.wording();
        if (wording == null) {
            return of(change.span(), change.spaces(), name);
        }
        String value = wording.value().isEmpty() ? "a row without a code" : TerminalText.safe(wording.value());
        String scope = String.join(" / ", wording.scope().values());
        return scope.isEmpty() || scope.equals(wording.value()) ? value : value + " (" + TerminalText.safe(scope) + ")";
    }

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
