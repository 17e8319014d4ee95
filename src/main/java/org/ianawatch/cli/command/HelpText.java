package org.ianawatch.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.ianawatch.report.Style;
import org.ianawatch.report.TerminalText;

/** What a person reads who asks for help with a command. Not thread safe. */
public final class HelpText {
    private static final int INDENT = 2;
    private static final int GAP = 2;
    private static final int WIDEST_TERM = 24;
    /** Long names stand one below the other, beside the short ones. */
    private static final String NO_SHORT_NAME = "    ";

    private final StringBuilder text = new StringBuilder();
    private final Parsed asked;
    private final int columns;
    private final Style style;

    private HelpText(Parsed asked, int columns, Style style) {
        this.asked = asked;
        this.columns = columns;
        this.style = style;
    }

    /**
     * The text, which ends with a line end.
     *
     * @param columns the width to wrap at, of a terminal
     */
    public static String of(Parsed asked, int columns, Style style) {
        HelpText help = new HelpText(asked, columns, style);
        help.write(asked.command());
        return help.text.toString();
    }

    /** The commands of a group, a line or more each. */
    public static String subcommands(Command group, int columns) {
        StringBuilder text = new StringBuilder();
        int width = widest(group.subcommands().names());
        for (Command command : group.subcommands().all()) {
            entry(text, command.name(), width, command.summary(), columns);
        }
        return text.toString();
    }

    private void write(Command command) {
        synopsis(command);
        paragraph(command.summary());
        if (command.isGroup()) {
            title("Commands");
            text.append(subcommands(command, columns));
        }
        if (!command.arguments().isEmpty()) {
            title("Arguments");
            int width = widest(command.arguments().stream().map(Argument::shown).toList());
            command.arguments()
                    .forEach(argument -> entry(text, argument.shown(), width, argument.description(), columns));
        }
        options(command);
        command.notes().forEach(note -> {
            text.append('\n');
            paragraph(note);
        });
        if (!command.exitStatuses().isEmpty()) {
            title("Exit codes");
            command.exitStatuses()
                    .forEach(status -> entry(text, Integer.toString(status.code()), GAP, status.meaning(), columns));
        }
        examples(command.examples());
    }

    private void synopsis(Command command) {
        List<String> words = new ArrayList<>();
        words.add("Usage: " + asked.qualifiedName());
        command.options().stream().filter(Option::isRequired).forEach(option -> words.add(option.shown()));
        words.add("[OPTIONS]");
        words.addAll(command.isGroup() ? List.of("COMMAND") : List.of());
        command.arguments().forEach(argument -> words.add(argument.shown()));
        text.append(style.bold(String.join(" ", words))).append('\n');
    }

    private void options(Command command) {
        int width = widest(command.options().stream().map(HelpText::term).toList());
        for (OptionGroup group : command.groups()) {
            title(group.title());
            group.options().forEach(option -> entry(text, term(option), width, option.description(), columns));
        }
    }

    private static String term(Option<?> option) {
        String shortName = option.names().size() > 1 ? option.names().get(0) + ", " : NO_SHORT_NAME;
        return shortName + option.shown() + (option.isList() ? ",..." : "");
    }

    private static int widest(List<String> terms) {
        return terms.stream()
                .mapToInt(String::length)
                .filter(width -> width <= WIDEST_TERM)
                .max()
                .orElse(WIDEST_TERM);
    }

    /** A term that is too wide has a line of its own. */
    private static void entry(StringBuilder text, String term, int width, String description, int columns) {
        int indent = INDENT + width + GAP;
        String gap = " ".repeat(indent);
        boolean fits = term.length() <= width;
        text.append(" ".repeat(INDENT))
                .append(term)
                .append(fits ? " ".repeat(width - term.length() + GAP) : "\n" + gap);
        text.append(String.join("\n" + gap, TerminalText.wrap(description, Math.max(1, columns - indent))))
                .append('\n');
    }

    private void examples(List<Example> examples) {
        if (examples.isEmpty()) {
            return;
        }
        title("Examples");
        int width = examples.stream()
                .filter(example -> !example.purpose().isEmpty())
                .mapToInt(example -> example.line().length())
                .max()
                .orElse(0);
        boolean fits = examples.stream()
                .allMatch(example -> INDENT + width + GAP + example.purpose().length() <= columns);
        for (Example example : examples) {
            String purpose = example.purpose();
            String gap = fits
                    ? " ".repeat(Math.max(0, width - example.line().length()) + GAP)
                    : "\n" + " ".repeat(INDENT + GAP + GAP);
            text.append(" ".repeat(INDENT))
                    .append(example.line())
                    .append(purpose.isEmpty() ? "" : gap + purpose)
                    .append('\n');
        }
    }

    private void title(String title) {
        text.append('\n').append(style.bold(title + ":")).append('\n');
    }

    /** A line that begins with a blank stands as it is. */
    private void paragraph(String paragraph) {
        for (String line : paragraph.split("\n", -1)) {
            text.append(line.startsWith(" ") ? line : String.join("\n", TerminalText.wrap(line, columns)))
                    .append('\n');
        }
    }
}
