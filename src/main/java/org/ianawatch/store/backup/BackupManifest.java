package org.ianawatch.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What a backup says of itself.
 *
 * @param form what it holds
 * @param program the version of the program that made it
 * @param createdAt when
 * @param snapshots how many it has
 * @param bytes the sizes of all other entries, by their names; empty where an earlier version made it, which said none
 */
public record BackupManifest(
        BackupForm form, String program, Instant createdAt, int snapshots, Map<String, Long> bytes) {
    /** The first entry of the archive. */
    static final String NAME = "ianawatch-backup.properties";

    private static final String FORMAT = "2";
    private static final String FORMAT_WITHOUT_SIZES = "1";
    private static final String BYTES = "bytes.";

    void write(OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder("format=" + FORMAT + "\nform=" + form.word() + "\nprogram=" + program
                + "\ncreated_at=" + createdAt + "\nsnapshots=" + snapshots + "\n");
        bytes.forEach((name, size) ->
                text.append(BYTES).append(name).append('=').append(size).append('\n'));
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it says how large the entries are. */
    boolean hasSizes() {
        return !bytes.isEmpty();
    }

    /**
     * Reads it back.
     *
     * @throws IOException when it is none that this program knows
     */
    static BackupManifest read(InputStream in) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(in);
            String format = properties.getProperty("format", "");
            if (!format.equals(FORMAT) && !format.equals(FORMAT_WITHOUT_SIZES)) {
                throw new IOException("it has format '" + format + "', and this program knows format " + FORMAT);
            }
            int snapshots = Integer.parseInt(value(properties, "snapshots"));
            if (snapshots < 0) {
                throw new IOException("it says that it has " + snapshots + " snapshots");
            }
            return new BackupManifest(
                    form(value(properties, "form")),
                    value(properties, "program"),
                    Instant.parse(value(properties, "created_at")),
                    snapshots,
                    format.equals(FORMAT) ? sizes(properties) : Map.of());
        } catch (IllegalArgumentException | DateTimeException damaged) {
            throw new IOException("its " + NAME + " is damaged: " + damaged.getMessage(), damaged);
        }
    }

    private static BackupForm form(String word) throws IOException {
        for (BackupForm form : BackupForm.values()) {
            if (form.word().equals(word.toLowerCase(Locale.ROOT))) {
                return form;
            }
        }
        throw new IOException("it has the form '" + word + "', which this program does not know");
    }

    private static Map<String, Long> sizes(Properties properties) throws IOException {
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(BYTES)) {
                sizes.put(key.substring(BYTES.length()), Long.parseLong(properties.getProperty(key, "")));
            }
        }
        if (sizes.isEmpty()) {
            throw new IOException("its " + NAME + " does not say how large its entries are");
        }
        return sizes;
    }

    private static String value(Properties properties, String key) throws IOException {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IOException("its " + NAME + " has no " + key);
        }
        return value;
    }
}
