package org.ianawatch.cli;

import java.util.ArrayList;
import java.util.List;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.OptionGroup;
import org.ianawatch.cli.command.Parser;
import org.ianawatch.cli.command.Subcommands;

/** The program itself, and its commands by name. */
final class RootCommand {
    /** What may stand before a command; it passes over what it does not have. */
    static final OptionGroup OPTIONS = new OptionGroup("Options", options());

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
            .subcommands(new Subcommands(NAMES, RootCommand::model))
            .group(OPTIONS.with(Parser.VERSION))
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

    private static List<Option<?>> options() {
        List<Option<?>> options =
                new ArrayList<>(List.of(ConfigurationOptions.FILE, CommonOptions.HOME, CommonOptions.PATIENCE));
        options.addAll(GeneralOptions.ALL);
        return options;
    }

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

    /** The version that the build wrote into the jar. */
    static String version() {
        String version = RootCommand.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
