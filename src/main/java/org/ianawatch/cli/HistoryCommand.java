package org.ianawatch.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ianawatch.store.RowLife;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ianawatch history}: every version of some rows. */
@Command(
        name = "history",
        description = "Show every version of the rows of a service or a port, and what changed in each.",
        sortOptions = false,
        footer = {
            "",
            "Beside the date on which a version was observed stand IANA's own dates in it. A version is silent where",
            "IANA left the Modification Date as it was. A row that only moved within the file has no new version.",
            "",
            "Examples:",
            "  ianawatch history ssh",
            "  ianawatch history 4420/tcp",
            "  ianawatch history 'nvm*' --format json",
            "  ianawatch history 272-279 --cosmetic"
        })
final class HistoryCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "NAME|PORT[/TRANSPORT]|A-B",
            description = "A service name or a glob of it, a port, or a range of ports.")
    private String subject = "";

    @Option(
            names = "--transport",
            paramLabel = "NAME",
            split = ",",
            description = "Only by this transport: tcp, udp, sctp, dccp.")
    private List<String> transports = List.of();

    @Option(names = "--cosmetic", description = "Show versions that differ in white space or spelling alone, too.")
    private boolean cosmetic;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Converters.ListFormats.class,
            description = "text or json; ${DEFAULT-VALUE} unless set.")
    private ListFormat format = ListFormat.TEXT;

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Console console;

    HistoryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, StoreBusyException, InterruptedException {
        HistorySubject wanted = HistorySubject.of(subject);
        try (Store store = common.open(console)) {
            List<SnapshotEntry> newestFirst = store.snapshots();
            SnapshotSelector.latest().among(newestFirst);
            Map<Integer, SnapshotEntry> snapshots = SnapshotEntry.byNumber(newestFirst);
            List<String> by = new ArrayList<>(transports);
            by.addAll(wanted.transports());
            List<RowLife> lives = wanted.lives(store).stream()
                    .filter(life -> PortFacts.isWanted(life.transports(), by))
                    .toList();
            if (format == ListFormat.JSON) {
                HistoryJson.write(subject, lives, snapshots, console.out());
            } else if (lives.isEmpty()) {
                console.out().println(wanted.nothing(store));
            } else {
                new HistoryPrinter(console.out(), console.style(), snapshots, cosmetic).print(lives);
            }
        }
        return ExitCode.DONE;
    }
}
