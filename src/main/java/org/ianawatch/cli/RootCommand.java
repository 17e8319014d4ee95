package org.ianawatch.cli;

import java.util.List;
import org.ianawatch.cli.alerts.AlertsCommand;
import org.ianawatch.cli.alerts.DeliveriesCommand;
import org.ianawatch.cli.changes.DiffCommand;
import org.ianawatch.cli.changes.LogCommand;
import org.ianawatch.cli.changes.ShowCommand;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Parser;
import org.ianawatch.cli.config.ConfigCommand;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.GroupOptions;
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
import org.ianawatch.cli.uses.UsesCommand;

/** The program itself, and its commands by name. */
final class RootCommand {
    private static final List<String> NAMES = List.of(
            "sync",
            "watch",
            "import",
            "status",
            "diff",
            "log",
            "show",
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
            "completion",
            "version");

    static final Command COMMAND = Command.named(
                    "ianawatch",
                    "Keeps every version of IANA's registry of service names and port numbers, and says what changed."
                            + " Not affiliated with IANA.")
            .subcommands(new Command.Subcommands(NAMES, RootCommand::model))
            .group(GroupOptions.GROUP.with(Parser.VERSION))
            .notes("'ianawatch help COMMAND' tells more of one.")
            .exits(ExitCode.DONE, "done")
            .exits(ExitCode.DIFFERENT, "differences (only with --exit-code)")
            .exits(ExitCode.USAGE, "wrong usage")
            .exits(ExitCode.UNREADABLE, "the source, or a file, could not be read")
            .exits(ExitCode.QUARANTINED, "quarantined")
            .exits(ExitCode.BUSY, "another run holds the store")
            .exits(ExitCode.PENDING, "alerts are pending")
            .exits(ExitCode.DEFECT, "a defect of the program or of the store")
            .example("ianawatch demo", "see it work, without a network")
            .example("ianawatch sync", "check now, store and say what changed")
            .example("ianawatch diff --port 272-279", "what the newest snapshot did to these ports")
            .example("ianawatch port 278", "what a port is, was, and has beside it")
            .example("ianawatch listening", "who squats on this machine")
            .example("ianawatch search ssh", "the registrations with this name, or this word")
            .build();

    private RootCommand() {}

    private static Command model(String name) {
        return switch (name) {
            case "sync" -> SyncCommand.COMMAND;
            case "watch" -> WatchCommand.COMMAND;
            case "import" -> ImportCommand.COMMAND;
            case "status" -> StatusCommand.COMMAND;
            case "diff" -> DiffCommand.COMMAND;
            case "log" -> LogCommand.COMMAND;
            case "show" -> ShowCommand.COMMAND;
            case "port" -> PortCommand.COMMAND;
            case "search" -> SearchCommand.COMMAND;
            case "history" -> HistoryCommand.COMMAND;
            case "listening" -> ListeningCommand.COMMAND;
            case "sql" -> SqlCommand.COMMAND;
            case "export" -> ExportCommand.COMMAND;
            case "verify" -> VerifyCommand.COMMAND;
            case "backup" -> BackupCommand.COMMAND;
            case "restore" -> RestoreCommand.COMMAND;
            case "redate" -> RedateCommand.COMMAND;
            case "quarantine" -> QuarantineCommand.COMMAND;
            case "deliveries" -> DeliveriesCommand.COMMAND;
            case "uses" -> UsesCommand.COMMAND;
            case "alerts" -> AlertsCommand.COMMAND;
            case "config" -> ConfigCommand.COMMAND;
            case "demo" -> DemoCommand.COMMAND;
            case "completion" -> CompletionCommand.COMMAND;
            case "version" -> VersionCommand.COMMAND;
            default -> throw new IllegalArgumentException("there is no command " + name);
        };
    }
}
