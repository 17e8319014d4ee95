package org.ianawatch.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.ianawatch.cli.command.Choice;
import org.ianawatch.report.RowFormat;
import org.ianawatch.report.RowWriter;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.View;

/** What begins with a backslash, as in psql. */
final class SqlMetaCommands {
    /** By which people leave a prompt. */
    static final String LEAVE = "\\q";

    /** By which they learn what there is. */
    static final String HELPS = "\\?";

    private static final String HELP =
            """
            \\d            list the views
            \\d VIEW       list a view's columns
            \\at [DATE]    what registration and port_status show: a date, a number, latest~3; the newest without
            \\format NAME  table, csv, json or markdown
            \\q            leave, as Ctrl-D does; Ctrl-C ends a running query
            Statements end with a semicolon; Ctrl-C, or one of these on a line of its own, gives up an unfinished one.
            docs/sql.md answers fifteen questions.
            """;

    private final SqlSession session;
    private final Console console;

    SqlMetaCommands(SqlSession session, Console console) {
        this.session = session;
        this.console = console;
    }

    /** Runs one; false when it cannot, which is said. */
    boolean run(String text) throws IOException, StoreBusyException, InterruptedException {
        String[] words = text.replaceFirst(";$", "").strip().split("\\s+", 2);
        String argument = words.length > 1 ? words[1] : "";
        try {
            switch (words[0]) {
                case "\\d" -> describe(argument.toLowerCase(Locale.ROOT));
                case "\\at" ->
                    session.at(
                            argument.isEmpty()
                                    ? null
                                    : SnapshotSelector.parse(
                                            argument, console.clock().instant()));
                case "\\format" ->
                    session.format(Choice.reading(RowFormat.class).apply(argument));
                case HELPS -> console.out().print(HELP);
                case LEAVE -> {}
                default ->
                    throw new IllegalArgumentException(
                            "'" + words[0] + "' is none of \\d, \\at, \\format, \\q; \\? says what they do");
            }
            return true;
        } catch (IllegalArgumentException wrong) {
            console.say(TerminalText.safe(String.valueOf(wrong.getMessage())));
            return false;
        }
    }

    private void describe(String name) throws IOException, StoreBusyException, InterruptedException {
        List<View> views = session.views();
        if (name.isEmpty()) {
            RowWriter writer =
                    session.begin(List.of(new RowFormat.Column("view", false), new RowFormat.Column("columns", true)));
            for (View view : views) {
                writer.row(List.of(view.name(), view.columns().size()));
            }
            writer.end();
            return;
        }
        View view = views.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no view '" + name + "': there are "
                        + String.join(", ", views.stream().map(View::name).toList())));
        RowWriter writer =
                session.begin(List.of(new RowFormat.Column("column", false), new RowFormat.Column("type", false)));
        for (View.Column column : view.columns()) {
            writer.row(List.of(column.name(), column.type()));
        }
        writer.end();
    }
}
