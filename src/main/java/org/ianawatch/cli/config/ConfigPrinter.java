package org.ianawatch.cli.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.ListFormat;
import org.ianawatch.config.Configuration;
import org.ianawatch.config.Setting;
import org.ianawatch.report.Json;
import org.ianawatch.report.TextTable;
import org.jspecify.annotations.Nullable;

/** Shows a configuration, key by key. */
final class ConfigPrinter {
    /** What {@code docs/json.md} describes. */
    private record Shown(@Nullable Path file, List<Setting> settings) {}

    private final Console console;
    private final ListFormat format;

    ConfigPrinter(Console console, ListFormat format) {
        this.console = console;
        this.format = format;
    }

    void print(Configuration configuration) throws IOException {
        if (format == ListFormat.JSON) {
            Json.write(new Shown(configuration.file(), configuration.settings()), console.out());
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
}
