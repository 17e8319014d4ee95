package org.ianawatch.made;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ianawatch.csv.CsvLine;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Column;

/** A registry as long as IANA's, the same each time. */
final class MadeRegistry {
    private static final int SERVICES = 6_500;
    private static final int CHANGES = 12;

    private final Random random = new Random(278);
    private final List<String[]> rows = new ArrayList<>();

    MadeRegistry() {
        int port = 0;
        for (int service = 0; service < SERVICES; service++) {
            port += 1 + random.nextInt(3);
            String assignee = "[" + words(2).replace(' ', '_') + "]";
            String registered = random.nextInt(3) == 0 ? date() : "";
            String notes = random.nextInt(12) == 0 ? "Defined TXT keys: \"" + words(8) + "\", " + words(4) : "";
            String description = words(3);
            for (String transport : List.of("tcp", "udp")) {
                rows.add(row("service-" + service, "" + port, transport, description, assignee, registered, notes));
            }
            if (service % 7 == 0) {
                rows.add(row("", (port + 1) + "-" + (port + 2), "", "Unassigned", "", "", ""));
                port += 2;
            }
        }
    }

    /** Changes as many rows as a week does, some of them by one that begins. */
    void change() {
        for (int change = 0; change < CHANGES; change++) {
            int index = random.nextInt(rows.size());
            if (change % 4 == 0) {
                rows.add(index, row("new-" + change, "", "tcp", words(4), "[" + words(1) + "]", date(), ""));
            } else {
                String[] row = rows.get(index).clone();
                row[PortRegistry.ROLES.index(PortRegistry.DESCRIPTION)] = words(3);
                row[PortRegistry.ROLES.index(PortRegistry.MODIFICATION_DATE)] = date();
                rows.set(index, row);
            }
        }
    }

    /** The file, UTF-8. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        text.append(CsvLine.of(PortRegistry.COLUMNS.stream().map(Column::title).toList()))
                .append("\r\n");
        rows.forEach(row -> text.append(CsvLine.of(List.of(row))).append("\r\n"));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String[] row(
            String service,
            String port,
            String transport,
            String description,
            String assignee,
            String registered,
            String notes) {
        return new String[] {
            service, port, transport, description, assignee, assignee, registered, "", "", "", "", notes
        };
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int word = 0; word < count; word++) {
            words.append(word == 0 ? "" : " ");
            for (int letter = 0; letter < 6; letter++) {
                words.append((char) ('a' + random.nextInt(26)));
            }
        }
        return words.toString();
    }

    private String date() {
        return "20%02d-%02d-%02d".formatted(random.nextInt(20), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }
}
