package org.ianawatch.cli.changes;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.ianawatch.registry.Registry;
import org.jspecify.annotations.Nullable;

/** Which registry two files are of, where their paths say so: {@code .../GROUP/REGISTRY/DATE.csv}. */
final class RegistryPath {
    private static final Pattern DATED = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*\\.csv");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final int FEWEST_PARTS = 3;

    private RegistryPath() {}

    /** The registry that both name, or null. */
    static Registry.@Nullable Id of(String older, String newer) {
        Registry.Id id = of(newer);
        return id != null && id.equals(of(older)) ? id : null;
    }

    private static Registry.@Nullable Id of(String name) {
        Path path = Path.of(name).toAbsolutePath().normalize();
        int parts = path.getNameCount();
        if (parts < FEWEST_PARTS
                || !DATED.matcher(path.getName(parts - 1).toString()).matches()) {
            return null;
        }
        String group = path.getName(parts - 3).toString();
        String registry = path.getName(parts - 2).toString();
        return ID.matcher(group).matches() && ID.matcher(registry).matches() ? new Registry.Id(group, registry) : null;
    }
}
