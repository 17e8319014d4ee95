package org.ianawatch.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A made program, {@code tool}, with a command and a group. */
class ParserTest {
    private static final Instant NOW = Instant.parse("2026-11-01T06:00:00Z");
    private static final Option<String> HOME = Option.of("--home", "DIR", Reading.text(), "Where.");
    private static final Option<Integer> LIMIT = Option.of("--limit", "NUMBER", Integer::parseInt, "At most so many.")
            .or("-n")
            .unlessSet("7");
    private static final Option<String> KINDS =
            Option.of("--kind", "KIND", Reading.text(), "Only these.").list();
    private static final Option<Boolean> QUIET =
            Option.flag("--quiet", "Say nothing.").or("-q");
    private static final Option<Boolean> ALL = Option.flag("--all", "Say all.").or("-a");
    private static final Argument<String> FROM = Argument.one("FROM", Reading.text(), "The first.");
    private static final Argument<String> TO = Argument.optional("TO", Reading.text(), "The last.");
    private static final Argument<Integer> NUMBERS = Argument.several("NUMBER", Integer::parseInt, "Those that count.");

    private static final Command SHOW = Command.named("show", "Show it.")
            .argument(FROM)
            .argument(TO)
            .options(LIMIT, KINDS, QUIET, ALL)
            .group(new OptionGroup("Common", List.of(HOME, Parser.HELP)))
            .build();
    private static final Command ADD = Command.named("add", "Add some.")
            .argument(NUMBERS)
            .options(Parser.HELP)
            .build();
    private static final Command LIST = Command.named("list", "A group.")
            .subcommands(Command.Subcommands.of(List.of(ADD)))
            .options(HOME, Parser.HELP)
            .build();
    private static final Command TOOL = Command.named("tool", "A program.")
            .subcommands(Command.Subcommands.of(List.of(SHOW, LIST)))
            .options(HOME, QUIET, Parser.HELP)
            .build();

    @ParameterizedTest
    @CsvSource({
        "show x, x, , 7, , false, ",
        "show x y, x, y, 7, , false, ",
        "show --limit 3 x -q, x, , 3, , true, ",
        "show -n3 x, x, , 3, , false, ",
        "show -n 3 --limit=4 x, x, , 4, , false, ",
        "show --limit -1 x, x, , -1, , false, ",
        "--home here -q show x, x, , 7, , true, here",
        "--home=here show x --home there, x, , 7, , false, there",
        "show -- --quiet, --quiet, , 7, , false, ",
        "show -, -, , 7, , false, ",
        "show -aq x, x, , 7, , true, ",
        "show \"x\", \"x\", , 7, , false, ",
    })
    void optionsAndArgumentsMayStandInAnyOrder(
            String line, String from, String to, int limit, String unused, boolean quiet, String home)
            throws Exception {
        Values values = parse(line).values();

        assertEquals(from, values.get(FROM));
        assertEquals(to, values.find(TO));
        assertEquals(limit, values.get(LIMIT));
        assertEquals(quiet, values.has(QUIET));
        assertEquals(home, values.find(HOME));
    }

    @Test
    void aListTakesSeveralValuesByCommasOrAgain() throws Exception {
        assertEquals(
                List.of("a", "b", "c"),
                parse("show --kind a,b x --kind=c").values().all(KINDS));
        assertEquals(List.of(), parse("show x").values().all(KINDS));
    }

    @Test
    void aGroupPassesOnWhatItsCommandHas() throws Exception {
        Parsed parsed = parse("--home here list --home there add 1 2");

        assertEquals("list add", parsed.name());
        assertEquals("tool list add", parsed.qualifiedName());
        assertEquals(List.of(1, 2), parsed.values().all(NUMBERS));
        assertNull(parsed.values().find(HOME));
        assertEquals(ADD, parsed.command());
    }

    @Test
    void aGroupAloneIsSaidToBeOne() throws Exception {
        assertEquals("", parse("-q").name());
        assertTrue(parse("-q").values().has(QUIET));
        assertEquals("list", parse("list").name());
        assertFalse(parse("list").asksForHelp());
    }

    @ParameterizedTest
    @CsvSource({
        "help, ''",
        "help --help, ''",
        "help -h show, show",
        "--help, ''",
        "-h, ''",
        "help show, show",
        "--help show, show",
        "show --help, show",
        "show -h --limit, show",
        "show --limit x --help --bogus, show",
        "help list add, list add",
        "list help add, list add",
        "list add --help, list add",
        "list help, list",
    })
    void helpIsFoundWhereverItStands(String line, String name) throws Exception {
        Parsed parsed = parse(line);

        assertTrue(parsed.asksForHelp());
        assertEquals(name, parsed.name());
    }

    @Test
    void theVersionIsAskedForWhateverElseThereIs() throws Exception {
        Command tool = Command.named("tool", "A program.")
                .subcommands(Command.Subcommands.of(List.of(SHOW)))
                .options(Parser.VERSION, Parser.HELP)
                .build();

        for (String line : List.of("--version", "-V", "--version show x", "--version frobnicate")) {
            Parsed parsed = Parser.parse(tool, List.of(line.split(" ")), NOW);
            assertEquals("", parsed.name(), line);
            assertTrue(parsed.values().has(Parser.VERSION), line);
        }
    }

    @Test
    void afterTheEndOfOptionsHelpIsAnArgument() throws Exception {
        assertFalse(parse("show -- --help").asksForHelp());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            shwo                | tool      | 'shwo' is no command; did you mean show?
            frobnicate          | tool      | 'frobnicate' is no command
            list frobnicate     | tool list | 'frobnicate' is no command of list: there are add
            --hoem x show       | tool      | there is no option --hoem; did you mean --home?
            --home              | tool      | --home needs DIR after it: where
            show                | tool show | show needs FROM: the first
            show --limit        | tool show | --limit needs NUMBER after it: at most so many
            show --kind -q x    | tool show | --kind needs KIND after it: only these
            show x --qiuet      | tool show | there is no option --qiuet; did you mean --quiet?
            show x --quiet=no   | tool show | --quiet takes no value
            show x -z           | tool show | there is no option -z
            show x --lim 3      | tool show | there is no option --lim; did you mean --limit?
            show x --limit many | tool show | --limit: For input string: "many"
            show x y z          | tool show | 'z' is too much: show takes no more than FROM TO
            list add            | tool list add | list add needs NUMBER: those that count
            list add x          | tool list add | NUMBER: For input string: "x"
            """)
    void whatIsWrongIsSaidInOneSentence(String line, String command, String message) {
        var wrong = assertThrows(WrongArgumentsException.class, () -> parse(line));

        assertEquals(message, wrong.getMessage());
        assertEquals(command, wrong.command());
    }

    @Test
    void aReadingKnowsWhenTheCommandBegan() throws Exception {
        Option<Instant> at =
                Option.timed("--at", "DATE", (word, now) -> now.plusSeconds(Long.parseLong(word)), "When.");
        Command wait = Command.named("wait", "Wait.").options(at).build();

        assertEquals(
                NOW.plusSeconds(7),
                Parser.parse(wait, List.of("--at", "7"), NOW).values().get(at));
    }

    private static Parsed parse(String line) throws WrongArgumentsException {
        return Parser.parse(TOOL, List.of(line.split(" ")), NOW);
    }
}
