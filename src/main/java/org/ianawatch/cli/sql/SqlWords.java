package org.ianawatch.cli.sql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of other shells, and which command is meant by them. */
final class SqlWords {
    /** By which people leave a prompt. */
    static final String LEAVE = "\\q";

    /** By which they learn what there is. */
    static final String HELPS = "\\?";

    /** By which they give up a statement. */
    static final String RESET = "\\r";

    /** By which people leave a prompt, who may be within a statement. */
    static final List<String> LEAVING = List.of("quit", "exit");

    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("quit", LEAVE),
            Map.entry("exit", LEAVE),
            Map.entry("bye", LEAVE),
            Map.entry(".quit", LEAVE),
            Map.entry(".exit", LEAVE),
            Map.entry(".q", LEAVE),
            Map.entry(":q", LEAVE),
            Map.entry("help", HELPS),
            Map.entry("?", HELPS),
            Map.entry(".help", HELPS),
            Map.entry("tables", "\\d"),
            Map.entry("views", "\\d"),
            Map.entry(".tables", "\\d"),
            Map.entry(".schema", "\\d"),
            Map.entry("show tables", "\\d"),
            Map.entry("show views", "\\d"),
            Map.entry("list tables", "\\d"),
            Map.entry("list views", "\\d"),
            Map.entry(".mode column", "\\format table"),
            Map.entry(".mode table", "\\format table"),
            Map.entry(".mode box", "\\format table"),
            Map.entry(".mode tabs", "\\format tsv"),
            Map.entry(".mode line", "\\x on"));

    private static final Pattern DESCRIBE =
            Pattern.compile("(?:\\.schema|desc|describe|show columns (?:from|in)) (\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Map<Pattern, String> DOTTED = Map.of(
            Pattern.compile("\\.mode (\\S+)"), "\\format ",
            Pattern.compile("\\.timer (\\S+)"), "\\timing ",
            Pattern.compile("\\.read (.+)"), "\\i ",
            Pattern.compile("\\.output ?(.*)"), "\\o ");

    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("\\dt", "\\d"),
            Map.entry("\\dv", "\\d"),
            Map.entry("\\d+", "\\d"),
            Map.entry("\\dt+", "\\d"),
            Map.entry("\\dv+", "\\d"),
            Map.entry("\\h", HELPS),
            Map.entry("\\help", HELPS),
            Map.entry("\\quit", LEAVE),
            Map.entry("\\exit", LEAVE),
            Map.entry("\\reset", RESET),
            Map.entry("\\include", "\\i"),
            Map.entry("\\out", "\\o"));

    private SqlWords() {}

    /** The command without what follows it, under its first name. */
    static String name(String text) {
        String word = text.split("\\s+", 2)[0];
        return OTHER_NAMES.getOrDefault(word, word);
    }

    /** The command that a line between statements is or means; empty for what is SQL. */
    static Optional<String> command(String line) {
        String text = plain(line);
        String meant = MEANT.get(text.toLowerCase(Locale.ROOT));
        if (meant != null || text.startsWith("\\")) {
            return Optional.of(meant == null ? text : meant);
        }
        Matcher described = DESCRIBE.matcher(text);
        if (described.matches()) {
            return Optional.of("\\d " + described.group(1));
        }
        if (!text.startsWith(".")) {
            return Optional.empty();
        }
        return Optional.of(DOTTED.entrySet().stream()
                .filter(words -> words.getKey().matcher(text).matches())
                .map(words ->
                        words.getKey().matcher(text).replaceFirst(Matcher.quoteReplacement(words.getValue()) + "$1"))
                .findFirst()
                .orElse(text));
    }

    /** The command that a line within a statement is or means; a word that leaves stands for itself, since it may be a name. */
    static Optional<String> withinStatement(String line) {
        String text = plain(line);
        String lower = text.toLowerCase(Locale.ROOT);
        if (LEAVING.contains(lower)) {
            return Optional.of(lower);
        }
        boolean isOne =
                text.startsWith("\\") || text.startsWith(".") || lower.equals("help") || lower.equals("show tables");
        return isOne ? command(text) : Optional.empty();
    }

    private static String plain(String line) {
        return line.strip().replaceFirst("\\s*;*$", "").replaceAll("\\s+", " ");
    }
}
