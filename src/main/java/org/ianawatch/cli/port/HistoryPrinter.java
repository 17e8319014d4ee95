package org.ianawatch.cli.port;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.ianawatch.answer.RowLife;
import org.ianawatch.answer.RowStep;
import org.ianawatch.answer.Snapshots;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.Dates;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.ianawatch.report.Excerpt;
import org.ianawatch.report.Style;
import org.ianawatch.report.TerminalText;
import org.ianawatch.report.TextTable;

/** Shows the lives of rows to a person. */
final class HistoryPrinter {
    private static final List<Column> SHOWN_AT_FIRST =
            List.of(PortRegistry.DESCRIPTION, PortRegistry.ASSIGNEE, PortRegistry.REFERENCE);
    /** Of each of two values, so that both stand on one line mostly. */
    private static final int WIDTH_OF_A_VALUE = 40;

    private final Console console;
    private final PrintStream out;
    private final Style style;
    private final boolean cosmetic;
    private final Dates dates;

    HistoryPrinter(Console console, Snapshots snapshots, boolean cosmetic) {
        this.console = console;
        this.out = console.out();
        this.style = console.style();
        this.cosmetic = cosmetic;
        this.dates = new Dates(snapshots);
    }

    void print(List<RowLife> lives) throws IOException {
        String gap = "";
        for (RowLife life : lives) {
            out.print(gap);
            out.println(style.bold(TerminalText.safe(title(life))));
            versions(life);
            gap = "\n";
        }
    }

    private static String title(RowLife life) {
        Entry last = life.last().record();
        String ports = last.value(PortRegistry.PORT_NUMBER);
        String name = last.name().isEmpty() ? last.value(PortRegistry.DESCRIPTION) : last.name();
        String transports = PortPrinter.names(life.transports());
        if (last.hasUnreadableCode()) {
            return name + " (port number '" + ports + "', " + transports + ")";
        }
        return ports.isEmpty() ? name + " (no port, " + transports + ")" : ports + "/" + transports + " " + name;
    }

    private void versions(RowLife life) throws IOException {
        TextTable table = console.table()
                .text("observed")
                .number("#")
                .text("registered")
                .text("modified")
                .text("version");
        int folded = 0;
        for (RowStep step : life.versions()) {
            if (step.cosmetic() && !cosmetic) {
                folded++;
            } else {
                version(table, step);
            }
        }
        if (life.goneAt() != null) {
            String date = dates.of(life.goneAt());
            table.row(date, String.valueOf(life.goneSnapshot()), "", "", "gone since " + date);
        }
        table.write(out);
        if (folded > 0) {
            out.println(style.dim(
                    folded + " cosmetic version" + (folded == 1 ? "" : "s") + " folded; --cosmetic shows them"));
        }
    }

    private void version(TextTable table, RowStep step) {
        Entry registration = step.record();
        String date = dates.of(step.observedAt());
        table.row(
                date,
                Integer.toString(step.snapshot()),
                orDash(step.registrationDate()),
                orDash(step.modificationDate()),
                what(step, date));
        if (step.isFirst()) {
            for (Column column : SHOWN_AT_FIRST) {
                if (!registration.value(column).isEmpty()) {
                    table.row("", "", "", "", column.title() + ": " + registration.value(column));
                }
            }
        }
        for (FieldChange field : step.fields()) {
            Excerpt excerpt = Excerpt.of(field, WIDTH_OF_A_VALUE);
            table.row(
                    "",
                    "",
                    "",
                    "",
                    field.column().title() + ": " + orEmpty(excerpt.before()) + " -> " + orEmpty(excerpt.after()));
        }
    }

    private static String what(RowStep step, String date) {
        if (step.isFirst()) {
            return step.orBefore() ? "in the first snapshot, " + date + " or before" : "first seen";
        }
        if (step.cosmetic()) {
            return "amended cosmetically";
        }
        String silent = step.silent() ? ", silently" : "";
        for (FieldChange field : step.fields()) {
            if (field.column().equals(PortRegistry.SERVICE_NAME)) {
                return (field.before().isEmpty() ? "named" : field.after().isEmpty() ? "name taken away" : "renamed")
                        + silent;
            }
        }
        return "amended" + silent;
    }

    private static String orDash(String value) {
        return value.isEmpty() ? "-" : value;
    }

    private static String orEmpty(String value) {
        return value.isEmpty() ? "(empty)" : value;
    }
}
