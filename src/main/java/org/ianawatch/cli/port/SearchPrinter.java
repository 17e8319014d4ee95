package org.ianawatch.cli.port;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ianawatch.answer.Answers;
import org.ianawatch.answer.Found;
import org.ianawatch.cli.command.NearNames;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.Dates;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Entry;
import org.ianawatch.report.Emphasis;
import org.ianawatch.report.Style;
import org.ianawatch.report.TerminalText;
import org.ianawatch.report.TextTable;

/** Shows what a search found to a person. */
final class SearchPrinter {
    private final Console console;
    private final PrintStream out;
    private final Style style;

    SearchPrinter(Console console) {
        this.console = console;
        this.out = console.out();
        this.style = console.style();
    }

    /** Prints the results; the store is asked for near names only when there are none. */
    void print(SearchResults results, Answers answers) throws IOException {
        if (results.found().isEmpty()) {
            out.println(nothing(results, answers));
        } else {
            lines(results);
        }
        Integer port = results.query().port();
        if (port != null) {
            out.println(style.dim("'ianawatch port " + port + "' says all about port " + port + "."));
        }
    }

    private void lines(SearchResults results) throws IOException {
        TextTable table = console.table().text("ports").text("transports").text("service");
        if (results.isAllTime()) {
            table.text("first seen").text("gone since");
        }
        table.text("description");
        results.shown().forEach(found -> table.row(row(results, found)));
        StringBuilder text = new StringBuilder();
        table.write(text);
        int header = text.indexOf("\n") + 1;
        Emphasis emphasis = new Emphasis(style, emphasised(results));
        out.print(text.substring(0, header));
        out.print(emphasis.on(text.substring(header)));
        int more = results.found().size() - results.shown().size();
        if (more > 0) {
            out.println(style.dim(
                    "and " + more + " more: --limit " + results.found().size() + " shows all"));
        }
    }

    private static String[] row(SearchResults results, Found found) {
        List<String> row = new ArrayList<>();
        row.add(ports(found.first()));
        row.add(PortPrinter.names(found.transports()));
        row.add(found.first().name().isEmpty() ? "-" : found.first().name());
        if (results.isAllTime()) {
            String from = Dates.day(results.from(found));
            row.add(found.from() == 1 ? from + " or before" : from);
            Instant until = results.until(found);
            row.add(until == null ? "-" : Dates.day(until));
        }
        row.add(found.first().value(PortRegistry.DESCRIPTION).strip().replaceAll("\\s+", " "));
        return row.toArray(String[]::new);
    }

    /** In quotes where it is none: what makes it none may be a blank. */
    private static String ports(Entry registration) {
        String cell = registration.value(PortRegistry.PORT_NUMBER);
        return cell.isEmpty() ? "-" : registration.hasUnreadableCode() ? "'" + cell + "'" : cell;
    }

    /** The longest parts of the words between what a glob leaves open. */
    private static List<String> emphasised(SearchResults results) {
        return results.query().words().stream()
                .flatMap(word -> List.of(word.split("[*?]+")).stream())
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String nothing(SearchResults results, Answers answers) {
        String text = results.query().text();
        String where = results.isAllTime()
                ? "No snapshot has a registration"
                : "No registration in " + results.snapshot().label();
        List<String> near = new ArrayList<>(NearNames.of(text, answers.names()));
        if (near.removeIf(text::equalsIgnoreCase)) {
            near.clear();
        }
        String hint = near.isEmpty()
                ? results.isAllTime() ? "try fewer words" : "--all-time searches what is gone, too"
                : "did you mean " + TerminalText.safe(String.join(" or ", near)) + "?";
        return where + " with '" + TerminalText.safe(text) + "': " + hint;
    }
}
