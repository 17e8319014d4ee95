package org.ianawatch.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.ianawatch.host.Judgement;
import org.ianawatch.host.Listing;
import org.ianawatch.registry.PortRange;
import org.ianawatch.registry.Use;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.WriterLock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ianawatch listening}: what listens, beside what the registry says of its ports. */
@Command(
        name = "listening",
        description = "Say what listens on this machine, or another, and what the registry says of its ports.",
        sortOptions = false,
        footer = {
            "",
            "Judgements, in this order:",
            "  squats    on an unassigned port: anybody may be assigned it",
            "  reserved  on a port that IANA holds back",
            "  differs   on a port assigned to something that the process does not resemble",
            "  assigned  on an assigned port; who listens is not known, or could be anything (java)",
            "  matches   on a port assigned to what the process resembles; shown by --all",
            "  dynamic   on a Dynamic Port, or one that the machine gave out itself; shown by --all",
            "",
            "JSON and CSV have all of them.",
            "",
            "Examples:",
            "  sudo ianawatch listening                              root sees the processes of all users",
            "  ssh web1 ss -lntup | ianawatch listening --input -    another machine",
            "  ianawatch listening --input ports.txt --at 2017-06-01",
            "  ianawatch listening --remember && ianawatch uses list",
            "  ianawatch listening --exit-code || notify             1 when something squats"
        })
final class ListeningCommand implements Callable<Integer> {
    /** The forms of the output. */
    enum Form {
        /** For people at a terminal. */
        TEXT,
        /** For programs. */
        JSON,
        /** For spreadsheets. */
        CSV
    }

    @Option(
            names = "--input",
            paramLabel = "FILE|-",
            description = {
                "Read this instead of asking this machine; - is standard input. The output of 'ss -lntup',",
                "'netstat -an' (Linux, macOS, BSD), 'netstat -ano' (Windows) or 'lsof -i -nP', or a list of ports:"
                        + " 278, 278/tcp, 272-279/udp, # comments."
            })
    private @Nullable String input;

    @Option(names = "--all", description = "Show what matches and what is dynamic too.")
    private boolean all;

    @Option(
            names = "--remember",
            description = "Add what listens, but for what is dynamic, to what this site uses; see 'uses'.")
    private boolean remember;

    @Option(names = "--exit-code", description = "End with 1 when something squats.")
    private boolean exitCode;

    @Option(
            names = "--ephemeral",
            paramLabel = "A-B",
            converter = Converters.Ports.class,
            description = "The ports that the machine gives out itself; what its kernel says unless set, with --input"
                    + " Linux' 32768-60999; Windows, macOS and FreeBSD give out 49152-65535. The Dynamic Ports,"
                    + " 49152-65535, count in any case.")
    private @Nullable PortRange ephemeral;

    @Option(
            names = "--at",
            paramLabel = "DATE",
            defaultValue = "latest",
            converter = Converters.Selectors.class,
            description = "A date (what was known then), a snapshot's number, or latest~3; the newest unless set.")
    private SnapshotSelector at = SnapshotSelector.latest();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Converters.ListeningForms.class,
            description = "text, json or csv; ${DEFAULT-VALUE} unless set.")
    private Form format = Form.TEXT;

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Console console;

    ListeningCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, StoreBusyException, InterruptedException {
        ListeningSource source = new ListeningSource(console, input);
        Listing listing = source.read();
        PortRange ephemeralPorts = ephemeral == null ? source.ephemeralPorts() : ephemeral;
        ListeningFacts facts;
        try (Store store = common.open(console)) {
            facts = ListeningFacts.of(store, store.find(at), listing, ephemeralPorts);
        }
        switch (format) {
            case TEXT -> new ListeningPrinter(console.out(), console.style()).print(facts, all);
            case JSON -> ListeningJson.write(facts, console.out());
            case CSV -> ListeningCsv.write(facts, console.out());
        }
        if (remember) {
            remember(facts);
        }
        return exitCode && facts.count(Judgement.SQUATS) > 0 ? ExitCode.DIFFERENT : ExitCode.DONE;
    }

    /** The names of the processes are the note of a use that is new. */
    private void remember(ListeningFacts facts) throws StoreBusyException, InterruptedException {
        int[] counts = new int[2];
        try (WriterLock lock = common.lock(console, "listening --remember");
                WritableStore store = common.openForWriting(console, lock)) {
            store.commit(() -> facts.findings().stream()
                    .filter(finding -> finding.judgement() != Judgement.DYNAMIC)
                    .forEach(finding -> finding.transports().forEach(transport -> {
                        Use use = Use.of(finding.ports(), transport);
                        boolean known = store.uses().find(use).isPresent();
                        counts[known ? 1 : 0]++;
                        if (!known) {
                            store.uses()
                                    .put(
                                            use,
                                            TerminalText.safe(ListeningWords.names(finding)),
                                            console.clock().instant());
                        }
                    })));
        }
        console.say("remembered " + counts[0] + (counts[0] == 1 ? " use; " : " uses; ") + counts[1]
                + " were known; 'ianawatch uses list' shows them");
    }
}
