package org.ianawatch.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ianawatch uses list}: what this site relies on, and what the registry says of it. */
@Command(
        name = "list",
        description = "List what this site relies on, and what each is in the newest snapshot.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ianawatch uses list",
            "  ianawatch uses list --format csv > uses.csv    for another site's 'uses add --file'",
            "  ianawatch uses list --format json"
        })
final class UsesListCommand implements Callable<Integer> {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Converters.UsesFormats.class,
            description = "text, json or csv; ${DEFAULT-VALUE} unless set.")
    private UsesFormat format = UsesFormat.TEXT;

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Console console;

    UsesListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, StoreBusyException, InterruptedException {
        try (Store store = common.open(console)) {
            new UsesListPrinter(console.out(), console.style()).print(UseStanding.all(store), format);
        }
        return ExitCode.DONE;
    }
}
