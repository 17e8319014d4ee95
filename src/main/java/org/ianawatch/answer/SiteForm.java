package org.ianawatch.answer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Use;
import org.ianawatch.store.QuarantineEntry;
import org.ianawatch.store.Trouble;

/** How a {@link Site} stands in a file. */
final class SiteForm {
    private SiteForm() {}

    static void write(Site site, Output out) {
        out.block(site.sources().toBytes());
        out.count(site.uses().size());
        site.uses().forEach(use -> use(use, out));
        out.count(site.quarantine().size());
        site.quarantine().forEach(entry -> quarantine(entry, out));
        out.count(site.troubles().size());
        site.troubles().forEach(trouble -> out.text(trouble.kind()).time(trouble.since()));
        out.count(site.tries().size());
        site.tries().forEach(out::time);
        out.wide(site.pending()).wide(site.parked());
    }

    /**
     * Reads what was written.
     *
     * @param quarantine the folder of the files of the quarantine
     */
    static Site read(Input in, Path quarantine) {
        return new Site(
                new SourceStates(in.block()),
                list(in, () -> use(in)),
                list(in, () -> quarantine(in, quarantine)),
                list(in, () -> new Trouble(in.text(), in.time())),
                list(in, in::time),
                in.wide(),
                in.wide());
    }

    private static <T> List<T> list(Input in, Supplier<T> read) {
        int count = in.count();
        List<T> list = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            list.add(read.get());
        }
        return List.copyOf(list);
    }

    private static void use(SiteUse siteUse, Output out) {
        Use use = siteUse.use();
        Span ports = use.ports();
        Space transport = use.transport();
        out.integerOrNull(ports == null ? null : ports.low())
                .integerOrNull(ports == null ? null : ports.high())
                .textOrNull(use.service())
                .textOrNull(transport == null ? null : transport.name())
                .text(siteUse.note())
                .time(siteUse.addedAt());
    }

    private static SiteUse use(Input in) {
        Integer low = in.integerOrNull();
        Integer high = in.integerOrNull();
        String service = in.textOrNull();
        String transport = in.textOrNull();
        Use use = new Use(
                low == null || high == null ? null : new Span(low, high),
                service,
                transport == null ? null : Space.of(transport));
        return new SiteUse(use, in.text(), in.time());
    }

    private static void quarantine(QuarantineEntry entry, Output out) {
        out.wide(entry.number())
                .text(entry.state().name())
                .text(entry.reason())
                .text(entry.message())
                .text(entry.source())
                .text(entry.sha256())
                .integer(entry.bytes())
                .time(entry.firstSeenAt())
                .time(entry.lastSeenAt())
                .integer(entry.timesSeen())
                .text(entry.file().getFileName().toString());
    }

    private static QuarantineEntry quarantine(Input in, Path folder) {
        return new QuarantineEntry(
                in.wide(),
                QuarantineEntry.State.valueOf(in.text()),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.integer(),
                in.time(),
                in.time(),
                in.integer(),
                folder.resolve(in.text()));
    }
}
