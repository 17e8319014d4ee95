package org.ianawatch.cli.port;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.answer.Found;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.report.Json;
import org.jspecify.annotations.Nullable;

/** Writes what a search found for programs; {@code docs/json.md} describes every key. */
final class SearchJson {
    private SearchJson() {}

    static void write(SearchResults results, Appendable out) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("text", results.query().text());
        object.put("snapshot", results.isAllTime() ? null : results.snapshot().number());
        object.put(
                "observed_at", results.isAllTime() ? null : results.snapshot().observedAt());
        object.put("found", results.found().size());
        List<Object> list = new ArrayList<>();
        results.shown().forEach(found -> list.add(json(results, found)));
        object.put("results", list);
        Json.write(object, out);
    }

    private static Map<String, @Nullable Object> json(SearchResults results, Found found) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("match", found.match());
        object.put("ports", found.first().span());
        object.put("transports", found.transports());
        object.put("service", found.first().name());
        object.put("description", found.first().value(PortRegistry.DESCRIPTION));
        if (results.isAllTime()) {
            object.put("from_snapshot", found.from());
            object.put("from", results.from(found));
            object.put("until_snapshot", found.isGone() ? found.until() : null);
            object.put("until", results.until(found));
        }
        object.put("registrations", found.registrations());
        return object;
    }
}
