package org.ianawatch.ports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.ianawatch.report.TerminalText;

/**
 * The registry in the syntax of {@code services(5)}: a line for each port and transport, with the first service name of
 * the registry as the name and the others as aliases, sorted by port and transport. Names that the syntax cannot hold
 * are left out.
 */
public final class ServicesFile {
    /** Names, and the description of the first, of one port and transport. */
    private record Service(List<String> names, String description) {}

    private final Map<Integer, Map<Space, Service>> entries = new TreeMap<>();

    private ServicesFile(List<Entry> registrations) {
        for (Entry registration : registrations) {
            Span ports = registration.span();
            if (ports != null && registration.status() == Status.ASSIGNED && fits(registration.name())) {
                for (int port = ports.low(); port <= ports.high(); port++) {
                    add(port, registration);
                }
            }
        }
    }

    /** Writes {@code /etc/services}. */
    public static void writeServices(List<Entry> registrations, String label, Appendable out) throws IOException {
        out.append("# Service names and port numbers, from IANA's registry: ")
                .append(label)
                .append('\n');
        for (var port : new ServicesFile(registrations).entries.entrySet()) {
            for (var entry : port.getValue().entrySet()) {
                List<String> names = entry.getValue().names();
                String line = padded(names.get(0), 16)
                        + padded(port.getKey() + "/" + entry.getKey().name(), 16)
                        + String.join(" ", names.subList(1, names.size()))
                        + (names.size() > 1 ? " " : "");
                out.append((line + comment(entry.getValue())).stripTrailing()).append('\n');
            }
        }
    }

    /** Writes {@code nmap-services}; the frequencies, which IANA does not know, are zero. DCCP, which nmap does not know, is left out. */
    public static void writeNmapServices(List<Entry> registrations, String label, Appendable out) throws IOException {
        out.append("# Fields: service name, port number/protocol, open-frequency, comment\n");
        out.append("# From IANA's registry: ").append(label).append("; IANA does not know frequencies\n");
        for (var port : new ServicesFile(registrations).entries.entrySet()) {
            for (var entry : port.getValue().entrySet()) {
                if (!entry.getKey().equals(Space.DCCP)) {
                    String line = entry.getValue().names().get(0) + '\t' + port.getKey() + "/"
                            + entry.getKey().name() + "\t0.000000\t" + comment(entry.getValue());
                    out.append(line.stripTrailing()).append('\n');
                }
            }
        }
    }

    private void add(int port, Entry registration) {
        Map<Space, Service> ofPort = entries.computeIfAbsent(port, unused -> new TreeMap<>());
        for (Space transport : registration.spaces()) {
            List<String> names = ofPort.computeIfAbsent(
                            transport,
                            unused -> new Service(new ArrayList<>(), registration.value(PortRegistry.DESCRIPTION)))
                    .names();
            if (!names.contains(registration.name())) {
                names.add(registration.name());
            }
        }
    }

    /** A blank or a hash would end the name. */
    private static boolean fits(String name) {
        return !name.isEmpty()
                && name.codePoints().noneMatch(point -> point == '#' || point <= ' ' || TerminalText.isUnsafe(point));
    }

    private static String comment(Service entry) {
        String description = TerminalText.safe(entry.description().strip().replaceAll("\\s+", " "));
        return description.isEmpty() ? "" : "# " + description;
    }

    private static String padded(String text, int width) {
        return text.length() < width ? text + " ".repeat(width - text.length()) : text + " ";
    }
}
