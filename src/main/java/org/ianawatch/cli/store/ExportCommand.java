package org.ianawatch.cli.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.ianawatch.answer.Answers;
import org.ianawatch.cli.command.Command;
import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Values;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ExitCode;
import org.ianawatch.cli.console.OutputFile;
import org.ianawatch.cli.console.Readings;
import org.ianawatch.cli.console.SharedOptions;
import org.ianawatch.ports.ServicesFile;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.report.Json;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.home.StoreBusyException;
import org.jspecify.annotations.Nullable;

/** {@code ianawatch export}: a snapshot in one of the forms that others use. */
public final class ExportCommand {
    /** The forms of a snapshot. */
    enum Format {
        /** As IANA published it, byte for byte. */
        CSV,
        /** Every registration with its twelve values. */
        JSON,
        /** {@code /etc/services}. */
        SERVICES,
        /** The file by which nmap names ports. */
        NMAP_SERVICES
    }

    /** What {@code docs/json.md} describes. */
    private record Export(String registry, int snapshot, Instant observedAt, String sha256, List<Entry> records) {}

    private static final Option<Format> FORMAT = Option.choice(
                    "--format", "FORMAT", Format.class, "csv, json, services or nmap-services; csv unless set.")
            .unlessSet("csv");
    private static final Option<Path> OUTPUT = Option.of(
                    "--output",
                    "FILE",
                    Readings::path,
                    "Write to this file, which is replaced as a whole, or written in place where it is mounted by itself or nothing can be made in its folder, which is said; standard output unless set.")
            .or("-o");
    public static final Command COMMAND = Command.named(
                    "export", "Write a snapshot as the published CSV, as JSON, or for other programs.")
            .options(SharedOptions.AT, FORMAT, OUTPUT)
            .groups(CommonOptions.GROUPS)
            .example("ianawatch export", "the newest CSV, byte for byte")
            .example("ianawatch export --at 2017-06-01 --output then.csv")
            .example("ianawatch export --format services --output /etc/services")
            .example("ianawatch export --format nmap-services")
            .build();

    private final SnapshotSelector at;
    private final Format format;
    private final @Nullable Path output;
    private final CommonOptions common;

    private final Console console;

    public ExportCommand(Console console, Values values) {
        this.console = console;
        this.at = values.get(SharedOptions.AT);
        this.format = values.get(FORMAT);
        this.output = values.find(OUTPUT);
        this.common = new CommonOptions(values);
    }

    public int run() throws IOException, StoreBusyException, InterruptedException {
        byte[] bytes;
        Answers answers = common.answers(console);
        SnapshotEntry entry = answers.find(at);
        bytes = format == Format.CSV
                ? answers.file(entry).bytes()
                : text(entry, answers.read(entry)).getBytes(StandardCharsets.UTF_8);

        if (output == null) {
            console.out().write(bytes);
        } else {
            OutputFile.write(output, out -> out.write(bytes), common.home(console), console);
        }
        return ExitCode.DONE;
    }

    private String text(SnapshotEntry entry, Snapshot snapshot) throws IOException {
        StringBuilder text = new StringBuilder();
        List<Entry> registrations = snapshot.entries();
        switch (format) {
            case SERVICES -> ServicesFile.writeServices(registrations, entry.label(), text);
            case NMAP_SERVICES -> ServicesFile.writeNmapServices(registrations, entry.label(), text);
            default ->
                Json.write(
                        new Export(
                                Snapshot.REGISTRY, entry.number(), entry.observedAt(), entry.sha256(), registrations),
                        text);
        }
        return text.toString();
    }
}
