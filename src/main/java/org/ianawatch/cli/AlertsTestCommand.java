package org.ianawatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.ianawatch.alert.MessageWriter;
import org.ianawatch.alert.Observation;
import org.ianawatch.alert.Rehearsal;
import org.ianawatch.alert.Rule;
import org.ianawatch.config.ConfigurationException;
import org.ianawatch.config.Nearest;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.sync.RecordedHistory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ianawatch alerts test}: what a rule would have sent. */
@Command(
        name = "test",
        description = "Show what a rule would have sent over the stored history. Nothing is sent.",
        sortOptions = false,
        footer = {
            "",
            "One message for each snapshot, or for each day or week of a digest. Channels and their secrets are not read.",
            "",
            "Examples:",
            "  ianawatch alerts test --rule lab --since 2018-01-01",
            "  ianawatch alerts test --rule lab --config new.toml --format json | jq '.messages | length'"
        })
final class AlertsTestCommand implements Callable<Integer> {
    @Option(names = "--rule", paramLabel = "NAME", required = true, description = "The rule, by its name.")
    private String ruleName = "";

    @Option(names = "--since", paramLabel = "DATE", description = "Only what was observed on this date or later.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "DATE", description = "Only what was observed on this date or before.")
    private @Nullable String until;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Converters.ListFormats.class,
            description = "text or json; ${DEFAULT-VALUE} unless set.")
    private ListFormat format = ListFormat.TEXT;

    @Mixin
    private ConfigurationOptions configuration = new ConfigurationOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Console console;

    AlertsTestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, StoreBusyException, InterruptedException {
        Rule rule = rule();
        List<Observation> observations;
        try (Store store = common.open(console)) {
            observations = RecordedHistory.of(store, snapshots(store));
        }
        Rehearsal rehearsal =
                Rehearsal.of(rule, console.clock().instant(), observations, new MessageWriter(Snapshot.REGISTRY));
        new RehearsalPrinter(console, format).print(rule, rehearsal);
        return ExitCode.DONE;
    }

    private Rule rule() throws IOException {
        Path file = configuration
                .find(console)
                .orElseThrow(() -> new UsageException(
                        "there is no configuration file, and so no rule: name a file with --config"));
        List<Rule> rules;
        try {
            rules = configuration.reader(console).readRules(file);
        } catch (ConfigurationException wrong) {
            throw ConfigurationOptions.refused(wrong, console);
        }
        List<String> names = rules.stream().map(Rule::name).toList();
        return rules.stream()
                .filter(rule -> rule.name().equals(ruleName))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "there is no rule '" + ruleName + "' in " + file + Nearest.hint(ruleName, names)));
    }

    private List<SnapshotEntry> snapshots(Store store) {
        try {
            Instant first = since == null ? Instant.MIN : SnapshotSelector.startOf(since);
            Instant last = until == null ? Instant.MAX : SnapshotSelector.endOf(until);
            return store.snapshots().stream()
                    .filter(entry -> !entry.observedAt().isBefore(first))
                    .filter(entry -> !entry.observedAt().isAfter(last))
                    .toList();
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong);
        }
    }
}
