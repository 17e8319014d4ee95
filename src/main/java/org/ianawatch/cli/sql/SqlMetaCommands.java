package org.ianawatch.cli.sql;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ianawatch.config.Nearest;
import org.ianawatch.report.Expansion;
import org.ianawatch.report.RowFormat;
import org.ianawatch.report.RowWriter;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.query.View;
import org.jspecify.annotations.Nullable;

/** What begins with a backslash, as in psql. */
final class SqlMetaCommands {
    /** Those that read a file or write one. */
    static final List<String> NAMING_FILES = List.of("\\i", "\\o");

    /** All of them, as a person may begin to type them. */
    static final List<String> NAMES = List.of(
            "\\d",
            "\\at",
            "\\format",
            "\\x",
            "\\timing",
            "\\pset",
            "\\i",
            "\\o",
            SqlWords.RESET,
            SqlWords.LEAVE,
            SqlWords.HELPS,
            "\\dt",
            "\\dv");

    private static final String HELP =
            """
            \\d [VIEW]             list the views, or the columns of one; also \\dt, \\dv
            \\at [DATE]            what registration and port_status show: a date,
                                  a number, latest~3; the newest without
            \\format NAME          table, csv, json, jsonl, tsv or markdown
            \\x [on|off|auto]      a line for each column; auto: where a table is too wide
            \\gx                   at the end of a statement: as \\x on, for its rows alone
            \\timing [on|off]      how long each statement takes
            \\pset [NAME [VALUE]]  what is set: format, expanded, pager, timing
            \\i FILE               run the statements and commands of a file
            \\o [FILE]             write answers to a file; to the screen again without
            \\r                    give up the statement that was begun, as Ctrl-C does
            \\q                    leave, as Ctrl-D does
            Statements end with a semicolon; Ctrl-C ends a running one. A command within
            a statement leaves it as it is. Long answers go to PAGER, or less.
            docs/schema.md describes the views, docs/sql.md answers questions with them.
            """;

    private final SqlScreen screen;
    private final SqlSettings settings;
    private final SqlStore store;
    private final SqlAnswers answers;
    private final SqlOutput output;

    SqlMetaCommands(SqlScreen screen, SqlSettings settings, SqlStore store, SqlAnswers answers, SqlOutput output) {
        this.screen = screen;
        this.settings = settings;
        this.store = store;
        this.answers = answers;
        this.output = output;
    }

    /** What follows the command; empty where nothing does. */
    static String argument(String text) {
        String[] words = text.strip().split("\\s+", 2);
        return words.length > 1 ? words[1] : "";
    }

    /** The file that a command names, where {@code ~/} is the folder of the person. */
    Path file(String text) {
        String name = argument(text);
        if (name.isEmpty()) {
            throw new IllegalArgumentException(SqlWords.name(text) + " takes the name of a file");
        }
        String unquoted = name.matches("'[^']+'") ? name.substring(1, name.length() - 1) : name;
        String home = screen.environment().getOrDefault("HOME", "");
        return unquoted.startsWith("~/") && !home.isEmpty() ? Path.of(home, unquoted.substring(2)) : Path.of(unquoted);
    }

    /**
     * Runs one that is about nothing but this session.
     *
     * @throws IllegalArgumentException when it cannot, with what is possible
     */
    void run(String text) throws IOException, StoreBusyException, InterruptedException {
        String argument = argument(text);
        switch (SqlWords.name(text)) {
            case "\\d" -> describe(argument.toLowerCase(Locale.ROOT));
            case "\\at" -> at(argument);
            case "\\format" -> format(argument);
            case "\\x" -> expand(argument);
            case "\\timing" -> time(argument);
            case "\\pset" -> set(argument);
            case "\\o" -> writeTo(text);
            case SqlWords.HELPS -> answers.help(HELP);
            case SqlScript.GO, SqlScript.GO_EXPANDED ->
                throw new IllegalArgumentException(
                        SqlWords.name(text) + " stands at the end of a statement, which it runs, as a semicolon does");
            case SqlWords.RESET -> screen.note("The statement is given up.");
            case "quit", "exit" ->
                screen.say("this is within a statement: " + SqlWords.LEAVE + " leaves, " + SqlWords.RESET
                        + " gives the statement up, a semicolon ends it");
            default ->
                throw new IllegalArgumentException("there is no command '" + SqlWords.name(text) + "'"
                        + near(SqlWords.name(text)) + " (" + SqlWords.HELPS + " lists them all)");
        }
    }

    /** Compared without the backslash, which all have; every single letter is but one slip from every other. */
    private static String near(String name) {
        String letters = name.substring(1);
        List<String> others = NAMES.stream().map(other -> other.substring(1)).toList();
        return letters.length() < 2
                ? ""
                : Nearest.of(letters, others)
                        .map(nearest -> "; did you mean \\" + nearest + "?")
                        .orElse("");
    }

    private void at(String argument) throws StoreBusyException, InterruptedException {
        SnapshotSelector before = settings.at();
        settings.at(
                argument.isEmpty()
                        ? null
                        : SnapshotSelector.parse(argument, screen.clock().instant()));
        store.release();
        try {
            // Opening it finds the snapshot, or says which there are.
            store.queries();
        } catch (RuntimeException | StoreBusyException failed) {
            settings.at(before);
            throw failed;
        }
    }

    private void writeTo(String text) {
        String argument = argument(text);
        if (argument.startsWith("|")) {
            throw new IllegalArgumentException(
                    "\\o writes a file and starts no program: pipe from the shell, as in ianawatch sql QUERY "
                            + argument);
        }
        @Nullable Path file = argument.isEmpty() ? null : file(text);
        output.redirect(file);
        screen.note("Answers go to " + (file == null ? "the screen" : TerminalText.safe(file.toString())) + ".");
    }

    private void format(String argument) {
        if (argument.isEmpty()) {
            throw new IllegalArgumentException(
                    "\\format is one of " + RowFormat.words() + "; it is " + word(settings.format()));
        }
        settings.format(RowFormat.ofWord(argument));
    }

    private void expand(String argument) {
        Expansion wanted = argument.isEmpty()
                ? settings.expansion() == Expansion.OFF ? Expansion.ON : Expansion.OFF
                : ofWord("\\x", argument, Expansion.values());
        settings.expansion(wanted);
        screen.note(
                switch (wanted) {
                    case OFF -> "Expanded display is off.";
                    case ON -> "Expanded display is on.";
                    case AUTO -> "Expanded display is used where a table is wider than the screen.";
                });
    }

    private void time(String argument) {
        settings.timed(isOn("\\timing", argument, settings.isTimed()));
        screen.note("Timing is " + word(settings.isTimed()) + ".");
    }

    private void page(String argument) {
        settings.paged(isOn("\\pset pager", argument, settings.isPaged()));
        screen.note(settings.isPaged() ? "Long answers go to the pager." : "The pager is off.");
    }

    private void set(String argument) throws IOException {
        String[] words = argument.split("\\s+", 2);
        String value = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "" -> settings();
            case "format" -> format(value.equals("aligned") ? "table" : value);
            case "expanded", "x" -> expand(value);
            case "pager" -> page(value);
            case "timing" -> time(value);
            default ->
                throw new IllegalArgumentException("\\pset knows no '" + words[0] + "'"
                        + Nearest.hint(words[0], List.of("format", "expanded", "pager", "timing")));
        }
    }

    private void settings() throws IOException {
        answers.list(
                List.of(new RowWriter.Column("setting", false), new RowWriter.Column("value", false)),
                List.of(
                        List.of("at", String.valueOf(settings.at() == null ? "latest" : settings.at())),
                        List.of("expanded", word(settings.expansion())),
                        List.of("format", word(settings.format())),
                        List.of("pager", word(settings.isPaged())),
                        List.of("timing", word(settings.isTimed()))));
    }

    private void describe(String name) throws IOException, StoreBusyException, InterruptedException {
        List<View> views = store.queries().views();
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        if (name.isEmpty()) {
            views.forEach(view -> rows.add(List.of(view.name(), view.columns().size())));
            answers.list(List.of(new RowWriter.Column("view", false), new RowWriter.Column("columns", true)), rows);
            return;
        }
        List<String> names = views.stream().map(View::name).toList();
        if (!names.contains(name)) {
            throw new IllegalArgumentException("there is no view '" + name + "'" + Nearest.hint(name, names));
        }
        views.get(names.indexOf(name)).columns().forEach(column -> rows.add(List.of(column.name(), column.type())));
        answers.list(List.of(new RowWriter.Column("column", false), new RowWriter.Column("type", false)), rows);
    }

    private static boolean isOn(String command, String argument, boolean before) {
        return switch (argument.toLowerCase(Locale.ROOT)) {
            case "" -> !before;
            case "on", "true", "1", "yes" -> true;
            case "off", "false", "0", "no" -> false;
            default -> throw new IllegalArgumentException(command + " is on or off, and not '" + argument + "'");
        };
    }

    private static <E extends Enum<E>> E ofWord(String command, String word, E[] values) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(command + " is "
                        + String.join(
                                ", ",
                                Arrays.stream(values).map(SqlMetaCommands::word).toList())
                        + ", and not '" + word + "'"));
    }

    private static String word(boolean isOn) {
        return isOn ? "on" : "off";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** What cannot be done, for a terminal. */
    static String safe(Exception failed) {
        return TerminalText.safe(String.valueOf(failed.getMessage()));
    }
}
