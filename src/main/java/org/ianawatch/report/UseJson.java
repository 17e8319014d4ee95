package org.ianawatch.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Use;
import org.jspecify.annotations.Nullable;

/** A use as every command's JSON has it; {@code docs/json.md} describes every key. */
public final class UseJson {
    private UseJson() {}

    public static Map<String, @Nullable Object> of(SiteUse siteUse) {
        Use use = siteUse.use();
        Space transport = use.transport();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("use", use.toString());
        object.put("ports", use.ports() == null ? null : Objects.toString(use.ports()));
        object.put("service", use.service());
        object.put("transport", transport == null ? null : transport.name());
        object.put("note", siteUse.note());
        object.put("added_at", siteUse.addedAt());
        return object;
    }
}
