package org.ianawatch.cli.listening;

import java.io.IOException;
import org.ianawatch.answer.Answers;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Reading;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.SharedOptions;
import org.ianawatch.cli.console.TableFormat;
import org.ianawatch.ports.host.Judgement;
import org.ianawatch.ports.host.Listing;
import org.ianawatch.registry.Ports;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Use;
import org.ianawatch.report.Json;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.WriterLock;
import org.jspecify.annotations.Nullable;

/** {@code ianawatch listening}: what listens, beside what the registry says of its ports. */
public final class ListeningCommand {
    private static final Option<String> INPUT = Option.of(
            "--input",
            "FILE|-",
            Reading.text(),
            "Read this instead of asking this machine; - is standard input. The output of 'ss -lntup', 'netstat -an' (Linux, macOS, BSD), 'netstat -ano' (Windows) or 'lsof -i -nP', or a list of ports: 278, 278/tcp, 272-279/udp, # comments.");
    private static final Option<Boolean> ALL = Option.flag("--all", "Show what matches and what is dynamic too.");
    private static final Option<Boolean> REMEMBER =
            Option.flag("--remember", "Add what listens, but for what is dynamic, to what this site uses; see 'uses'.");
    private static final Option<Boolean> EXIT_CODE = Option.flag("--exit-code", "End with 1 when something squats.");
    private static final Option<Span> EPHEMERAL = Option.of(
            "--ephemeral",
            "A-B",
            Ports::parse,
            "The ports that the machine gives out itself; what its kernel says unless set, with --input Linux' 32768-60999; Windows, macOS and FreeBSD give out 49152-65535. The Dynamic Ports, 49152-65535, count in any case.");
    public static final Command COMMAND = Command.named(
                    "listening",
                    "Say what listens on this machine, or another, and what the registry says of its ports.")
            .options(INPUT, ALL, REMEMBER, EXIT_CODE, EPHEMERAL, SharedOptions.AT, SharedOptions.TABLE_FORMAT)
            .groups(CommonOptions.GROUPS)
            .notes(
                    """
                    Judgements, in this order:
                      squats    on an unassigned port: anybody may be assigned it
                      reserved  on a port that IANA holds back
                      differs   on a port assigned to what the process does not resemble
                      assigned  on an assigned port; who listens is unknown, or anything (java)
                      matches   on a port assigned to what the process resembles; with --all
                      dynamic   on a Dynamic Port, or one the machine gave out; with --all""")
            .notes("JSON and CSV have all of them.")
            .exits(ExitCode.DONE, "what listens was said")
            .exits(ExitCode.DIFFERENT, "something squats (with --exit-code)")
            .exits(ExitCode.UNREADABLE, "the input lists no sockets")
            .example("sudo ianawatch listening", "root sees the processes of all users")
            .example("ssh web1 ss -lntup | ianawatch listening --input -", "another machine")
            .example("ianawatch listening --input ports.txt --at 2017-06-01")
            .example("ianawatch listening --remember && ianawatch uses list")
            .example("ianawatch listening --exit-code || notify", "1 when something squats")
            .paged()
            .build();

    private final @Nullable String input;
    private final boolean all;
    private final boolean remember;
    private final boolean exitCode;
    private final @Nullable Span ephemeral;
    private final SnapshotSelector at;
    private final TableFormat format;
    private final CommonOptions common;

    private final Console console;

    public ListeningCommand(Console console, Values values) {
        this.console = console;
        this.input = values.find(INPUT);
        this.all = values.has(ALL);
        this.remember = values.has(REMEMBER);
        this.exitCode = values.has(EXIT_CODE);
        this.ephemeral = values.find(EPHEMERAL);
        this.at = values.get(SharedOptions.AT);
        this.format = values.get(SharedOptions.TABLE_FORMAT);
        this.common = new CommonOptions(values);
    }

    public int run() throws IOException, StoreBusyException, InterruptedException {
        ListeningSource source = new ListeningSource(console, input);
        Listing listing = source.read();
        Span ephemeralPorts = ephemeral == null ? source.ephemeralPorts() : ephemeral;
        ListeningFacts facts;
        Answers answers = common.answers(console);
        facts = ListeningFacts.of(answers, answers.find(at), listing, ephemeralPorts);

        switch (format) {
            case TEXT -> new ListeningPrinter(console).print(facts, all);
            case JSON -> Json.write(ListeningJson.of(facts), console.out());
            case CSV -> ListeningJson.of(facts).writeCsv(console.out());
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
                WritableStore writable = common.openForWriting(console, lock)) {
            writable.commit(() -> facts.findings().stream()
                    .filter(finding -> finding.judgement() != Judgement.DYNAMIC)
                    .forEach(finding -> finding.transports().forEach(transport -> {
                        Use use = Use.of(finding.ports(), transport);
                        boolean known = writable.uses().find(use).isPresent();
                        counts[known ? 1 : 0]++;
                        if (!known) {
                            writable.uses()
                                    .put(
                                            use,
                                            TerminalText.safe(ListeningWords.names(finding)),
                                            console.clock().instant());
                        }
                    })));
        }
        console.say("remembered " + counts[0] + (counts[0] == 1 ? " use; " : " uses; ") + counts[1]
                + (counts[1] == 1 ? " was" : " were") + " known; 'ianawatch uses list' shows them");
    }
}
