package org.ianawatch.cli.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ListFormat;
import org.ianawatch.config.Configuration;
import org.ianawatch.config.Setting;
import org.ianawatch.report.Json;
import org.ianawatch.report.TextTable;
import org.jspecify.annotations.Nullable;

/** Shows a configuration, key by key. */
final class ConfigPrinter {
    private final Console console;
    private final ListFormat format;

    ConfigPrinter(Console console, ListFormat format) {
        this.console = console;
        this.format = format;
    }

    void print(Configuration configuration) throws IOException {
        if (format == ListFormat.JSON) {
            Json.write(json(configuration), console.out());
            return;
        }
        TextTable table = console.table().text("key").text("from").text("value");
        for (Setting setting : configuration.settings()) {
            if (setting.value() != null) {
                table.row(setting.key(), setting.from(), setting.value());
            }
        }
        table.write(console.out());
    }

    private static Map<String, @Nullable Object> json(Configuration configuration) {
        List<Object> settings = new ArrayList<>();
        for (Setting setting : configuration.settings()) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("key", setting.key());
            object.put("value", setting.value());
            object.put("from", setting.from());
            settings.add(object);
        }
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put(
                "file",
                configuration.file() == null ? null : configuration.file().toString());
        object.put("settings", settings);
        return object;
    }
}
