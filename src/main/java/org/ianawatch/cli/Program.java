package org.ianawatch.cli;

import java.io.PrintStream;
import java.util.List;
import org.ianawatch.cli.alerts.AlertsTestCommand;
import org.ianawatch.cli.alerts.AlertsTryCommand;
import org.ianawatch.cli.alerts.DeliveriesCommand;
import org.ianawatch.cli.changes.DiffCommand;
import org.ianawatch.cli.changes.LogCommand;
import org.ianawatch.cli.changes.ShowCommand;
import org.ianawatch.cli.command.HelpText;
import org.ianawatch.cli.command.Parsed;
import org.ianawatch.cli.command.Parser;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.command.WrongArgumentsException;
import org.ianawatch.cli.config.ConfigCheckCommand;
import org.ianawatch.cli.config.ConfigShowCommand;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.Failures;
import org.ianawatch.cli.console.GeneralOptions;
import org.ianawatch.cli.console.Manners;
import org.ianawatch.cli.console.Pager;
import org.ianawatch.cli.listening.ListeningCommand;
import org.ianawatch.cli.port.HistoryCommand;
import org.ianawatch.cli.port.PortCommand;
import org.ianawatch.cli.port.SearchCommand;
import org.ianawatch.cli.sql.SqlCommand;
import org.ianawatch.cli.store.BackupCommand;
import org.ianawatch.cli.store.ExportCommand;
import org.ianawatch.cli.store.RedateCommand;
import org.ianawatch.cli.store.RestoreCommand;
import org.ianawatch.cli.store.VerifyCommand;
import org.ianawatch.cli.sync.ImportCommand;
import org.ianawatch.cli.sync.QuarantineCommand;
import org.ianawatch.cli.sync.StatusCommand;
import org.ianawatch.cli.sync.SyncCommand;
import org.ianawatch.cli.sync.WatchCommand;
import org.ianawatch.cli.uses.UsesAddCommand;
import org.ianawatch.cli.uses.UsesCheckCommand;
import org.ianawatch.cli.uses.UsesListCommand;
import org.ianawatch.cli.uses.UsesRemoveCommand;
import org.ianawatch.report.TerminalText;

/** Does what a command line says. */
final class Program {
    private final Console console;

    Program(Console console) {
        this.console = console;
    }

    /** Runs one command and gives its exit code. */
    int run(String... words) {
        Parsed parsed;
        try {
            parsed = Parser.parse(
                    RootCommand.COMMAND, List.of(words), console.clock().instant());
        } catch (WrongArgumentsException wrong) {
            console.say(TerminalText.safe(String.valueOf(wrong.getMessage())) + " ('" + wrong.command()
                    + " --help' shows what is possible)");
            return ExitCode.USAGE;
        }
        if (parsed.asksForHelp() || words.length == 0) {
            help(parsed);
            return ExitCode.DONE;
        }
        Values values = parsed.values();
        Console with = console.with(Manners.of(values));
        try {
            return parsed.command().isGroup() ? group(parsed, with) : paged(parsed, with);
        } catch (Exception failed) {
            return Failures.say(failed, values.has(GeneralOptions.DEBUG), with);
        }
    }

    private static int paged(Parsed parsed, Console console) throws Exception {
        if (!parsed.command().isPaged() || !console.manners().isPaged()) {
            return run(parsed.name(), console, parsed.values());
        }
        try (Pager pager = Pager.of(console)) {
            return run(parsed.name(), pager == null ? console : console.with(pager.out()), parsed.values());
        }
    }

    private void help(Parsed parsed) {
        try (Pager pager = Pager.of(console)) {
            PrintStream out = pager == null ? console.out() : pager.out();
            out.print(HelpText.of(parsed, console.columns(), console.style()));
        }
    }

    private static int group(Parsed parsed, Console console) {
        if (parsed.values().has(Parser.VERSION)) {
            return VersionCommand.run(console);
        }
        console.say((parsed.name().isEmpty() ? parsed.qualifiedName() : parsed.name()) + " needs to know what to do:");
        console.error().print(HelpText.subcommands(parsed.command(), console.columns()));
        console.error().flush();
        return ExitCode.USAGE;
    }

    private static int run(String name, Console console, Values values) throws Exception {
        return switch (name) {
            case "sync" -> new SyncCommand(console, values).run();
            case "watch" -> new WatchCommand(console, values).run();
            case "import" -> new ImportCommand(console, values).run();
            case "status" -> new StatusCommand(console, values).run();
            case "diff" -> new DiffCommand(console, values).run();
            case "log" -> new LogCommand(console, values).run();
            case "show" -> new ShowCommand(console, values).run();
            case "port" -> new PortCommand(console, values).run();
            case "search" -> new SearchCommand(console, values).run();
            case "history" -> new HistoryCommand(console, values).run();
            case "listening" -> new ListeningCommand(console, values).run();
            case "sql" -> new SqlCommand(console, values).run();
            case "export" -> new ExportCommand(console, values).run();
            case "verify" -> new VerifyCommand(console, values).run();
            case "backup" -> new BackupCommand(console, values).run();
            case "restore" -> new RestoreCommand(console, values).run();
            case "redate" -> new RedateCommand(console, values).run();
            case "quarantine list" -> new QuarantineCommand(console, values).list();
            case "quarantine show" -> new QuarantineCommand(console, values).show();
            case "quarantine accept" -> new QuarantineCommand(console, values).accept();
            case "quarantine drop" -> new QuarantineCommand(console, values).drop();
            case "deliveries list" -> new DeliveriesCommand(console, values).list();
            case "deliveries retry" -> new DeliveriesCommand(console, values).retry();
            case "deliveries drop" -> new DeliveriesCommand(console, values).drop();
            case "uses add" -> new UsesAddCommand(console, values).run();
            case "uses remove" -> new UsesRemoveCommand(console, values).run();
            case "uses list" -> new UsesListCommand(console, values).run();
            case "uses check" -> new UsesCheckCommand(console, values).run();
            case "alerts test" -> new AlertsTestCommand(console, values).run();
            case "alerts try" -> new AlertsTryCommand(console, values).run();
            case "config check" -> new ConfigCheckCommand(console, values).run();
            case "config show" -> new ConfigShowCommand(console, values).run();
            case "demo" -> new DemoCommand(console, (with, words) -> new Program(with).run(words)).run();
            case "completion" -> new CompletionCommand(console, values).run(RootCommand.COMMAND);
            case "version" -> VersionCommand.run(console);
            default -> throw new IllegalArgumentException("there is no command " + name);
        };
    }
}
