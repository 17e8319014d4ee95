package org.ianawatch.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * A table of the file while it is read. Each key that it may have is asked for once; whatever was not asked for is wrong. A
 * value that is wrong is noted, and read as if it were not there.
 */
final class Section {
    /** Where a value came from that nobody set. */
    static final String DEFAULT = "default";

    private final Inspection inspection;
    private final TomlTable table;
    private final String title;
    private final String prefix;
    private final int line;
    private final Set<String> known = new TreeSet<>();

    /**
     * A table.
     *
     * @param title what people know it by: {@code [channels.mail]}
     * @param prefix what stands before its keys in settings: {@code channels.mail.}
     * @param line where it begins, from 1
     */
    Section(Inspection inspection, TomlTable table, String title, String prefix, int line) {
        this.inspection = inspection;
        this.table = table;
        this.title = title;
        this.prefix = prefix;
        this.line = line;
    }

    /** The value of a key, or null where there is none. */
    <T> @Nullable T value(String key, Conversion<T> conversion) {
        Object raw = raw(key);
        if (raw == null) {
            inspection.set(prefix + key, null, DEFAULT);
            return null;
        }
        return given(key, raw, line(key), conversion);
    }

    /**
     * The value of a key.
     *
     * @param standard what a file would have to say the same
     */
    <T> T value(String key, Conversion<T> conversion, Object standard) {
        Object raw = raw(key);
        if (raw != null) {
            T value = given(key, raw, line(key), conversion);
            return value == null ? conversion.of(standard) : value;
        }
        inspection.set(prefix + key, standard.toString(), DEFAULT);
        return conversion.of(standard);
    }

    /** The value of a key that must be there. */
    <T> @Nullable T required(String key, Conversion<T> conversion) {
        if (raw(key) == null) {
            missing(key);
        }
        return value(key, conversion);
    }

    /** The values of a key: a list, or one alone. */
    <T> List<T> list(String key, Conversion<T> conversion) {
        return list(key, conversion, "leave the key out, or name something");
    }

    private <T> List<T> list(String key, Conversion<T> conversion, String advice) {
        Object raw = raw(key);
        if (raw == null) {
            inspection.set(prefix + key, null, DEFAULT);
            return List.of();
        }
        if (!(raw instanceof TomlArray array)) {
            T value = given(key, raw, line(key), conversion);
            return value == null ? List.of() : List.of(value);
        }
        List<T> values = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (int index = 0; index < array.size(); index++) {
            Object element = array.get(index);
            shown.add(element.toString());
            T value = converted(key, element, Inspection.line(array.inputPositionOf(index)), conversion);
            if (value != null) {
                values.add(value);
            }
        }
        if (array.isEmpty()) {
            wrong(line(key), key, "the list is empty: " + advice);
        }
        inspection.set(prefix + key, String.join(", ", shown), inspection.place(line(key)));
        return List.copyOf(values);
    }

    /**
     * The values of a key that must be there, at least one.
     *
     * @param example of a value
     */
    <T> List<T> requiredList(String key, String example, Conversion<T> conversion) {
        if (raw(key) == null) {
            missing(key);
        }
        return list(key, conversion, "one is needed, as in " + key + " = [\"" + example + "\"]");
    }

    /** Notes that a value is wrong. */
    void wrong(String key, String message) {
        wrong(line(key), key, message);
    }

    /** Whether the file has the key. */
    boolean has(String key) {
        return table.contains(List.of(key));
    }

    /** The line of a key; of the table where it is not there. */
    int line(String key) {
        return has(key) ? Inspection.line(table.inputPositionOf(List.of(key))) : line;
    }

    /** Notes every key that was not asked for. */
    void end() {
        for (String key : table.keySet()) {
            if (!known.contains(key)) {
                inspection.wrong(line(key), "unknown key '" + key + "' in " + title + Nearest.hint(key, known));
            }
        }
    }

    /** What the file has for a key, or null. */
    @Nullable
    Object raw(String key) {
        known.add(key);
        return table.get(List.of(key));
    }

    /** Notes it where a secret that must be there is not. */
    void requireSecret(String key) {
        if (raw(key) == null && raw(key + "_file") == null) {
            inspection.wrong(line, title + " needs the key '" + key + "', or '" + key + "_file'");
        }
    }

    private void missing(String key) {
        inspection.wrong(line, title + " needs the key '" + key + "'");
    }

    private <T> @Nullable T given(String key, Object raw, int at, Conversion<T> conversion) {
        inspection.set(prefix + key, raw.toString(), from(at, raw));
        return converted(key, raw, at, conversion);
    }

    private <T> @Nullable T converted(String key, Object raw, int at, Conversion<T> conversion) {
        try {
            if (!(raw instanceof String text) || new Template(text).variables().isEmpty()) {
                return conversion.of(raw);
            }
            return expanded(text, conversion);
        } catch (IllegalArgumentException refused) {
            wrong(at, key, String.valueOf(refused.getMessage()));
            return null;
        }
    }

    /** What is wrong with a value of the environment is said without it. */
    private <T> T expanded(String text, Conversion<T> conversion) {
        String value = new Template(text).expand(inspection.environment());
        try {
            return conversion.of(value);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    "what the environment makes of '" + text + "' cannot stand here", refused);
        }
    }

    /** Notes what is in force for a key. */
    void set(String key, @Nullable String value, String from) {
        inspection.set(prefix + key, value, from);
    }

    /** Where a value came from. */
    String from(int at, Object raw) {
        if (raw instanceof String text) {
            try {
                List<String> variables = new Template(text).variables();
                return inspection.place(at)
                        + (variables.isEmpty() ? "" : ", environment " + String.join(", ", variables));
            } catch (IllegalArgumentException refused) {
                return inspection.place(at);
            }
        }
        return inspection.place(at);
    }

    private void wrong(int at, String key, String message) {
        inspection.wrong(at, "'" + key + "' in " + title + ": " + message);
    }
}
