package org.ianawatch.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ianawatch.registry.Registration;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.report.Json;
import org.ianawatch.report.RegistrationJson;
import org.ianawatch.report.ServicesFile;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ianawatch export}: a snapshot in one of the forms that others use. */
@Command(
        name = "export",
        description = "Write a snapshot as the published CSV, as JSON, or for other programs.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ianawatch export                                   the newest CSV, byte for byte",
            "  ianawatch export --at 2017-06-01 --output then.csv",
            "  ianawatch export --format services --output /etc/services",
            "  ianawatch export --format nmap-services"
        })
final class ExportCommand implements Callable<Integer> {
    /** The forms of a snapshot. */
    enum Form {
        /** As IANA published it, byte for byte. */
        CSV,
        /** Every registration with its twelve values. */
        JSON,
        /** {@code /etc/services}. */
        SERVICES,
        /** The file by which nmap names ports. */
        NMAP_SERVICES
    }

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
            defaultValue = "csv",
            converter = Converters.Forms.class,
            description = "csv, json, services or nmap-services; ${DEFAULT-VALUE} unless set.")
    private Form form = Form.CSV;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file, which is replaced as a whole, or written in place where it is mounted by"
                    + " itself or nothing can be made in its folder, which is said; standard output unless set.")
    private @Nullable Path output;

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Console console;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, StoreBusyException, InterruptedException {
        byte[] bytes;
        try (Store store = common.open(console)) {
            SnapshotEntry entry = store.find(at);
            bytes = form == Form.CSV
                    ? store.file(entry).bytes()
                    : text(entry, store.read(entry)).getBytes(StandardCharsets.UTF_8);
        }
        if (output == null) {
            console.out().write(bytes);
        } else {
            OutputFile.write(output, out -> out.write(bytes), common.home(console), console);
        }
        return ExitCode.DONE;
    }

    private String text(SnapshotEntry entry, Snapshot snapshot) throws IOException {
        StringBuilder text = new StringBuilder();
        List<Registration> registrations = snapshot.registrations();
        switch (form) {
            case SERVICES -> ServicesFile.writeServices(registrations, entry.label(), text);
            case NMAP_SERVICES -> ServicesFile.writeNmapServices(registrations, entry.label(), text);
            default -> Json.write(json(entry, registrations), text);
        }
        return text.toString();
    }

    private static Map<String, Object> json(SnapshotEntry entry, List<Registration> registrations) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("registry", Snapshot.REGISTRY);
        object.put("snapshot", entry.number());
        object.put("observed_at", entry.observedAt());
        object.put("sha256", entry.sha256());
        object.put("records", registrations.stream().map(RegistrationJson::of).toList());
        return object;
    }
}
