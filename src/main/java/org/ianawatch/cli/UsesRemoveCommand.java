package org.ianawatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.registry.Use;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.Uses;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.WriterLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ianawatch uses remove}: what this site relies on no longer. */
@Command(
        name = "remove",
        description = "Forget uses, each given exactly as it was added; all of them, or none when one is not there.",
        sortOptions = false,
        footer = {"", "Examples:", "  ianawatch uses remove 272-279/tcp", "  ianawatch uses remove 278 ntp/udp"})
final class UsesRemoveCommand implements Callable<Integer> {
    private static final int MOST_SHOWN = 10;

    @Parameters(
            arity = "1..*",
            paramLabel = "USE",
            converter = Converters.UseNames.class,
            description = "As 'uses list' has it.")
    private List<Use> wanted = List.of();

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Console console;

    UsesRemoveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws StoreBusyException, InterruptedException {
        try (WriterLock lock = common.lock(console, "uses remove");
                WritableStore store = common.openForWriting(console, lock)) {
            Uses uses = store.uses();
            List<SiteUse> found = new ArrayList<>();
            for (Use use : wanted) {
                found.add(uses.find(use).orElseThrow(() -> new UsageException(thereIsNone(use, uses))));
            }
            store.commit(() -> wanted.forEach(uses::remove));
            found.stream().distinct().forEach(removed -> console.out()
                    .println("Removed " + TerminalText.safe(removed.label()) + "."));
        }
        return ExitCode.DONE;
    }

    private static String thereIsNone(Use use, Uses uses) {
        List<SiteUse> overlapping = uses.overlapping(use);
        List<SiteUse> near = overlapping.isEmpty() ? uses.all() : overlapping;
        String which = near.stream()
                .limit(MOST_SHOWN)
                .map(known -> known.use().toString())
                .collect(Collectors.joining(", "));
        String more = near.size() > MOST_SHOWN ? " and " + (near.size() - MOST_SHOWN) + " more ('uses list')" : "";
        return "no use is exactly " + use + ", nothing is removed: there " + (near.size() == 1 ? "is " : "are ")
                + (near.isEmpty() ? "none" : which + more);
    }
}
