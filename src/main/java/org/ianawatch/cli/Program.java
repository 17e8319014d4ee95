package org.ianawatch.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ianawatch.report.Style;
import org.ianawatch.report.TerminalText;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands by name, and how each of them ends. Only the command that was named is made, which is much quicker. */
final class Program {
    private static final List<String> NAMES = List.of(
            "sync",
            "watch",
            "import",
            "status",
            "diff",
            "log",
            "port",
            "search",
            "history",
            "listening",
            "sql",
            "export",
            "verify",
            "backup",
            "restore",
            "redate",
            "quarantine",
            "deliveries",
            "uses",
            "alerts",
            "config",
            "demo",
            "completion");

    private final Console console;

    Program(Console console) {
        this.console = console;
    }

    /** Runs one command and gives its exit code. */
    int run(String... arguments) {
        String name = arguments.length == 0 ? "" : arguments[0];
        if (!name.isEmpty() && !name.startsWith("-") && !NAMES.contains(name)) {
            List<String> near = NearNames.of(name, NAMES);
            console.say("'" + TerminalText.safe(name) + "' is no command"
                    + (near.isEmpty()
                            ? ": there are " + String.join(", ", NAMES)
                            : "; did you mean " + String.join(" or ", near) + "? 'ianawatch --help' lists them all"));
            return ExitCode.USAGE;
        }
        boolean needsOne = NAMES.contains(name);
        boolean needsNone = name.equals("--version") || name.equals("-V");
        CommandLine commandLine = needsNone ? commandLine(new String[0]) : needsOne ? commandLine(name) : commandLine();
        return commandLine.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    }

    /** With all commands, for help and completion. */
    CommandLine commandLine() {
        return commandLine(NAMES.toArray(String[]::new));
    }

    private CommandLine commandLine(String... names) {
        CommandLine commandLine = new CommandLine(new RootCommand());
        for (String name : names) {
            commandLine.addSubcommand(name, command(name));
        }
        return commandLine
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.error(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.style() == Style.ANSI ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler((wrong, given) -> refuse(wrong))
                .setExecutionExceptionHandler((failed, command, result) -> fail(failed, command));
    }

    private Object command(String name) {
        return switch (name) {
            case "sync" -> new SyncCommand(console);
            case "watch" -> new WatchCommand(console);
            case "import" -> new ImportCommand(console);
            case "status" -> new StatusCommand(console);
            case "diff" -> new DiffCommand(console);
            case "log" -> new LogCommand(console);
            case "port" -> new PortCommand(console);
            case "listening" -> new ListeningCommand(console);
            case "sql" -> new SqlCommand(console);
            case "search" -> new SearchCommand(console);
            case "history" -> new HistoryCommand(console);
            case "export" -> new ExportCommand(console);
            case "verify" -> new VerifyCommand(console);
            case "backup" -> new BackupCommand(console);
            case "restore" -> new RestoreCommand(console);
            case "redate" -> new RedateCommand(console);
            case "quarantine" -> new QuarantineCommand(console);
            case "deliveries" -> new DeliveriesCommand(console);
            case "uses" -> UsesCommand.commandLine(console);
            case "alerts" ->
                new CommandLine(new AlertsCommand())
                        .addSubcommand("test", new AlertsTestCommand(console))
                        .addSubcommand("try", new AlertsTryCommand(console));
            case "config" -> new ConfigCommand(console);
            case "demo" -> new DemoCommand(console);
            case "completion" -> new CompletionCommand(console);
            default -> throw new IllegalArgumentException("there is no command " + name);
        };
    }

    private int refuse(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        String message = String.valueOf(wrong.getMessage());
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            var suggestions = unmatched.getSuggestions();
            message += suggestions.isEmpty() ? "" : "; did you mean " + String.join(" or ", suggestions) + "?";
        }
        console.say(TerminalText.safe(message) + " ('"
                + command.getCommandSpec().qualifiedName() + " --help' shows what is possible)");
        return ExitCode.USAGE;
    }

    private int fail(Exception failed, CommandLine command) {
        return Failures.say(failed, command.getParseResult().hasMatchedOption("--verbose"), console);
    }
}
