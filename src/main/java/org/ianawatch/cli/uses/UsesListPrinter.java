package org.ianawatch.cli.uses;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ianawatch.answer.UseStanding;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.Dates;
import org.ianawatch.cli.console.TableCsv;
import org.ianawatch.cli.console.TableFormat;
import org.ianawatch.cli.port.PortPrinter;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.report.Json;
import org.ianawatch.report.Members;
import org.ianawatch.report.TextTable;
import org.jspecify.annotations.Nullable;

/** Shows what this site relies on. */
final class UsesListPrinter {
    /** How many parts of one use a person is shown. */
    private static final int MOST_PARTS = 8;

    private static final List<String> COLUMNS =
            List.of("use", "note", "added_at", "ports", "transports", "status", "services", "block");

    private final Console console;
    private final PrintStream out;

    UsesListPrinter(Console console) {
        this.console = console;
        this.out = console.out();
    }

    void print(List<UseStanding> standings, TableFormat format) throws IOException {
        switch (format) {
            case JSON -> Json.write(standings, out);
            case CSV -> csv(standings);
            case TEXT -> text(standings);
        }
    }

    private void text(List<UseStanding> standings) throws IOException {
        if (standings.isEmpty()) {
            out.println("No uses: 'ianawatch uses add' takes the first.");
            return;
        }
        TextTable table = console.table()
                .text("use")
                .text("added")
                .text("ports")
                .text("status")
                .text("services")
                .text("block")
                .text("note");
        for (UseStanding standing : standings) {
            SiteUse siteUse = standing.siteUse();
            List<UseStanding.Part> parts = standing.states();
            String use = siteUse.use().toString();
            String date = Dates.day(siteUse.addedAt());
            if (parts.isEmpty()) {
                table.row(
                        use,
                        date,
                        "-",
                        siteUse.use().service() == null ? "-" : "not registered",
                        "-",
                        "-",
                        siteUse.note());
            }
            for (int index = 0; index < Math.min(parts.size(), MOST_PARTS); index++) {
                boolean first = index == 0;
                row(table, first ? use : "", first ? date : "", parts.get(index), first ? siteUse.note() : "");
            }
            if (parts.size() > MOST_PARTS) {
                table.row("", "", "... " + (parts.size() - MOST_PARTS) + " more", "", "", "", "");
            }
        }
        table.write(out);
    }

    private static void row(TextTable table, String use, String date, UseStanding.Part part, String note) {
        String services = part.services().stream()
                .map(service -> service.isEmpty() ? "(no service name)" : service)
                .collect(Collectors.joining(" "));
        table.row(
                use,
                date,
                (part.ports() == null ? "no port" : part.ports()) + "/" + PortPrinter.names(part.transports()),
                part.status().word(),
                services.isEmpty() ? "-" : services,
                part.block() == null ? "-" : Objects.toString(part.block()),
                note);
    }

    private void csv(List<UseStanding> standings) throws IOException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (UseStanding standing : standings) {
            List<?> parts = standing.states().isEmpty() ? List.of(Map.of()) : standing.states();
            for (Object part : parts) {
                Map<String, @Nullable Object> row = new HashMap<>(Members.of(part));
                row.put("use", standing.siteUse().use());
                row.put("note", standing.siteUse().note());
                row.put("added_at", standing.siteUse().addedAt());
                rows.add(row);
            }
        }
        TableCsv.write(COLUMNS, rows, out);
    }
}
