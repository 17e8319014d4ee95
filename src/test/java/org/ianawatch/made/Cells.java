package org.ianawatch.made;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.ianawatch.registry.Entry;

/**
 * What rows say of a port and a transport, by brute force and from the values alone: it knows nothing of the program's
 * own idea of ports, status and precedence.
 *
 * @param status assigned, reserved or unassigned
 * @param services the names of the assigned rows; one may be empty
 * @param blocks the port numbers of the rows that give the cell a status other than assigned
 */
public record Cells(String status, TreeSet<String> services, List<String> blocks) {
    private static final List<String> FOUR = List.of("tcp", "udp", "sctp", "dccp");
    private static final List<String> RESERVED = List.of(
            "reserved",
            "iana reserved",
            "de-registered",
            "deregistered",
            "removed",
            "deprecated",
            "decommissioned",
            "decomissioned",
            "de-commissioned");

    /** The cell of a port and a transport. */
    public static Cells of(List<Entry> rows, int port, String transport) {
        List<List<String>> named = new ArrayList<>();
        List<List<String>> unnamed = new ArrayList<>();
        for (Entry row : rows) {
            List<String> values = row.values();
            if (covers(values.get(1), port) && values.get(2).equals(transport)) {
                named.add(values);
            } else if (covers(values.get(1), port) && values.get(2).isEmpty() && FOUR.contains(transport)) {
                unnamed.add(values);
            }
        }
        List<List<String>> speaking = named.isEmpty() ? unnamed : named;
        TreeSet<String> services = new TreeSet<>();
        String status = "unassigned";
        for (List<String> values : speaking) {
            String own = status(values);
            if (own.equals("assigned")) {
                services.add(values.get(0));
            }
            status = own.compareTo(status) < 0 ? own : status;
        }
        String strongest = status;
        List<String> blocks = speaking.stream()
                .filter(values ->
                        !strongest.equals("assigned") && status(values).equals(strongest))
                .map(values -> values.get(1))
                .toList();
        return new Cells(status, services, blocks);
    }

    /** The transports that a cell of these rows can have: the four, and those that only the rows know. */
    public static TreeSet<String> transports(List<Entry> rows) {
        TreeSet<String> transports = new TreeSet<>(FOUR);
        rows.forEach(row -> transports.add(row.values().get(2)));
        transports.remove("");
        return transports;
    }

    /** The alphabet has the three words in the order of their strength. */
    private static String status(List<String> values) {
        String description = values.get(3).strip().toLowerCase(Locale.ROOT);
        if (!values.get(0).isEmpty()) {
            return "assigned";
        }
        if (description.startsWith("unassigned") || description.startsWith("(unassigned")) {
            return "unassigned";
        }
        return RESERVED.stream().anyMatch(description::startsWith) ? "reserved" : "assigned";
    }

    private static boolean covers(String ports, int port) {
        if (ports.isEmpty()) {
            return false;
        }
        String[] ends = ports.split("-", -1);
        return Integer.parseInt(ends[0]) <= port && port <= Integer.parseInt(ends[ends.length - 1]);
    }
}
