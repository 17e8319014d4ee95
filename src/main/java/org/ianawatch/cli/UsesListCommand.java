package org.ianawatch.cli;

import java.io.IOException;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Values;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;

/** {@code ianawatch uses list}: what this site relies on, and what the registry says of it. */
final class UsesListCommand {
    static final Command COMMAND = Command.named(
                    "list", "List what this site relies on, and what each is in the newest snapshot.")
            .options(SharedOptions.TABLE_FORMAT)
            .groups(CommonOptions.GROUPS)
            .example("ianawatch uses list")
            .example("ianawatch uses list --format csv > uses.csv", "for another site's 'uses add --file'")
            .example("ianawatch uses list --format json")
            .paged()
            .build();

    private final TableFormat format;
    private final CommonOptions common;

    private final Console console;

    UsesListCommand(Console console, Values values) {
        this.console = console;
        this.format = values.get(SharedOptions.TABLE_FORMAT);
        this.common = new CommonOptions(values);
    }

    int run() throws IOException, StoreBusyException, InterruptedException {
        try (Store store = common.open(console)) {
            new UsesListPrinter(console).print(UseStanding.all(store), format);
        }
        return ExitCode.DONE;
    }
}
