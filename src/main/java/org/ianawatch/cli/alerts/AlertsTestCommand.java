package org.ianawatch.cli.alerts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ianawatch.alert.MessageWriter;
import org.ianawatch.alert.Observation;
import org.ianawatch.alert.Rehearsal;
import org.ianawatch.alert.Rule;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Reading;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.ConfigurationOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.ListFormat;
import org.ianawatch.cli.console.SharedOptions;
import org.ianawatch.cli.console.SpanOptions;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.config.ConfigurationException;
import org.ianawatch.config.Nearest;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.store.Store;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.sync.RecordedHistory;

/** {@code ianawatch alerts test}: what a rule would have sent. */
public final class AlertsTestCommand {
    private static final Option<String> RULE_NAME = Option.of(
                    "--rule", "NAME", Reading.text(), "The rule, by its name.")
            .required();
    static final Command COMMAND = Command.named(
                    "test", "Show what a rule would have sent over the stored history. Nothing is sent.")
            .options(RULE_NAME, SharedOptions.FORMAT)
            .group(SpanOptions.GROUP)
            .group(ConfigurationOptions.GROUP)
            .groups(CommonOptions.GROUPS)
            .notes(
                    "One message for each snapshot, or for each day or week of a digest. Channels and their secrets are not read.")
            .example("ianawatch alerts test --rule lab --since 2018-01-01")
            .example("ianawatch alerts test --rule lab --config new.toml --format json | jq '.messages | length'")
            .paged()
            .build();

    private final String ruleName;
    private final SpanOptions span;
    private final ListFormat format;
    private final ConfigurationOptions configuration;
    private final CommonOptions common;

    private final Console console;

    public AlertsTestCommand(Console console, Values values) {
        this.console = console;
        this.ruleName = values.get(RULE_NAME);
        this.span = new SpanOptions(values);
        this.format = values.get(SharedOptions.FORMAT);
        this.configuration = new ConfigurationOptions(values);
        this.common = new CommonOptions(values);
    }

    public int run() throws IOException, StoreBusyException, InterruptedException {
        Rule rule = rule();
        List<Observation> observations;
        try (Store store = common.open(console)) {
            observations = RecordedHistory.of(store, span.of(store.snapshots()));
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
}
