package org.ianawatch.cli.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ianawatch.store.query.Statements;

/**
 * A text of statements, which end with semicolons or psql's {@code \g} or {@code \gx}, and of commands, each on a line of its own. A command within a statement
 * comes before it.
 *
 * @param pieces what can be run, in its order
 * @param rest the statement at the end that is not complete; blank where there is none
 * @param restLine of the text in which that begins, counted from 1
 * @param isReady whether nothing waits for its end: there is no rest, or a command stands behind it
 */
record SqlScript(List<Piece> pieces, String rest, int restLine, boolean isReady) {
    /**
     * A statement without its semicolon, or a command.
     *
     * @param line of the text in which it begins, counted from 1
     * @param isExpanded whether its rows are wanted with a line for each column
     */
    record Piece(String text, int line, boolean isCommand, boolean isExpanded) {
        Piece expanded() {
            return new Piece(text, line, isCommand, true);
        }
    }

    /** By which a statement ends, too. */
    static final String GO = "\\g";

    /** By which one ends whose rows take a line for each column. */
    static final String GO_EXPANDED = "\\gx";

    /** Reads a text. */
    static SqlScript of(String text) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        int first = 1;
        int number = 0;
        boolean isCommand = false;
        for (String typed : text.split("\n", -1)) {
            number++;
            boolean isBetween = pending.isEmpty();
            boolean isExpanded = isEnded(pending, typed, GO_EXPANDED);
            String line =
                    isExpanded ? ended(typed, GO_EXPANDED) : isEnded(pending, typed, GO) ? ended(typed, GO) : typed;
            if (isBetween) {
                first = number;
                if (line.isBlank()) {
                    continue;
                }
            }
            Optional<String> command = isBetween
                    ? SqlWords.command(line)
                    : line.strip().startsWith("\\") && !isWithinQuotes(pending)
                            ? Optional.of(line.strip())
                            : Optional.empty();
            if (command.isPresent()) {
                pieces.add(new Piece(command.get(), number, true, false));
                isCommand = true;
                continue;
            }
            isCommand &= line.isBlank();
            pending.append(line).append('\n');
            if (line.indexOf(';') >= 0 && Statements.isComplete(pending.toString())) {
                addStatements(pending.toString(), first, pieces);
                if (isExpanded) {
                    pieces.add(pieces.remove(pieces.size() - 1).expanded());
                }
                pending.setLength(0);
            }
        }
        boolean isWhole = pending.isEmpty();
        String rest = isWhole ? "" : pending.substring(0, pending.length() - 1);
        return new SqlScript(pieces, rest, first, isWhole || isCommand);
    }

    /**
     * Reads what was typed, where the last line is a command also within quotes, since whoever is lost in a statement wants
     * out of it.
     */
    static SqlScript typed(String text) {
        SqlScript script = of(text);
        int end = text.stripTrailing().lastIndexOf('\n');
        Optional<String> command =
                script.isReady() ? Optional.empty() : SqlWords.withinStatement(text.substring(end + 1));
        if (command.isEmpty()) {
            return script;
        }
        SqlScript before = of(text.substring(0, Math.max(end, 0)));
        List<Piece> pieces = new ArrayList<>(before.pieces());
        pieces.add(new Piece(command.get(), 1, true, false));
        return new SqlScript(pieces, before.rest(), before.restLine(), true);
    }

    /** Whether one of the commands gives up the statement at the end. */
    boolean isReset() {
        return pieces.stream()
                .anyMatch(piece ->
                        piece.isCommand() && SqlWords.name(piece.text()).equals(SqlWords.RESET));
    }

    /** The same, where the end of the text ends the last statement as well. */
    SqlScript whole() {
        List<Piece> all = new ArrayList<>(pieces);
        addStatements(rest, restLine, all);
        return new SqlScript(all, "", restLine, true);
    }

    private static void addStatements(String text, int first, List<Piece> pieces) {
        int position = 0;
        for (String statement : Statements.of(text)) {
            String stripped = statement.strip();
            position = text.indexOf(stripped, position);
            int line = first + lineEnds(text.substring(0, position));
            position += stripped.length();
            Optional<String> command = SqlWords.command(stripped);
            pieces.add(new Piece(command.orElse(stripped), line, command.isPresent(), false));
        }
    }

    /** Whether the line ends a statement by the command. */
    private static boolean isEnded(CharSequence pending, String line, String command) {
        String text = pending + line.stripTrailing();
        if (!text.endsWith(command)) {
            return false;
        }
        String before = text.substring(0, text.length() - command.length());
        return !before.isBlank() && !isWithinQuotes(before);
    }

    /** The line with a semicolon in place of the command. */
    private static String ended(String line, String command) {
        String stripped = line.stripTrailing();
        return stripped.substring(0, stripped.length() - command.length()) + ";";
    }

    static int lineEnds(String text) {
        return (int) text.chars().filter(character -> character == '\n').count();
    }

    private static boolean isWithinQuotes(CharSequence pending) {
        return !Statements.isComplete(pending + ";");
    }
}
