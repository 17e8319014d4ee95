package org.ianawatch.cli.uses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ianawatch.cli.command.Argument;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Reading;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.registry.Use;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.Uses;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.WriterLock;

/** {@code ianawatch uses remove}: what this site relies on no longer. */
public final class UsesRemoveCommand {
    private static final int MOST_SHOWN = 10;

    private static final Argument<String> WANTED = Argument.several("USE", Reading.text(), "As 'uses list' has it.");
    static final Command COMMAND = Command.named(
                    "remove",
                    "Forget uses, each given exactly as it was added; all of them, or none when one is not there.")
            .argument(WANTED)
            .groups(CommonOptions.GROUPS)
            .example("ianawatch uses remove 272-279/tcp")
            .example("ianawatch uses remove 278 ntp/udp")
            .build();

    private final List<String> wanted;
    private final CommonOptions common;

    private final Console console;

    public UsesRemoveCommand(Console console, Values values) {
        this.console = console;
        this.wanted = values.all(WANTED);
        this.common = new CommonOptions(values);
    }

    public int run() throws StoreBusyException, InterruptedException {
        try (WriterLock lock = common.lock(console, "uses remove");
                WritableStore store = common.openForWriting(console, lock)) {
            Uses uses = store.uses();
            List<SiteUse> found = new ArrayList<>();
            for (String text : wanted) {
                found.add(find(text, uses));
            }
            store.commit(() -> found.forEach(removed -> uses.remove(removed.use())));
            found.stream().distinct().forEach(removed -> console.out()
                    .println("Removed " + TerminalText.safe(removed.label()) + "."));
        }
        return ExitCode.DONE;
    }

    /** As it was added, since the registry has names that no use would be read from. */
    private static SiteUse find(String text, Uses uses) {
        String name = text.toLowerCase(Locale.ROOT);
        for (SiteUse known : uses.all()) {
            if (known.use().toString().equals(name)) {
                return known;
            }
        }
        try {
            Use use = Use.parse(text);
            return uses.find(use).orElseThrow(() -> new UsageException(thereIsNone(use, uses)));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
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
