package org.ianawatch.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Properties;

/**
 * What a backup says of itself.
 *
 * @param form what it holds
 * @param program the version of the program that made it
 * @param createdAt when
 * @param snapshots how many it has
 */
public record BackupManifest(BackupForm form, String program, Instant createdAt, int snapshots) {
    /** The first entry of the archive. */
    static final String NAME = "ianawatch-backup.properties";

    private static final String FORMAT = "1";

    void write(OutputStream out) throws IOException {
        String text = "format=" + FORMAT + "\nform=" + form.word() + "\nprogram=" + program + "\ncreated_at="
                + createdAt + "\nsnapshots=" + snapshots + "\n";
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads it back.
     *
     * @throws IOException when it is none that this program knows
     */
    static BackupManifest read(InputStream in) throws IOException {
        Properties properties = new Properties();
        properties.load(in);
        String format = properties.getProperty("format", "");
        if (!format.equals(FORMAT)) {
            throw new IOException("it has format '" + format + "', and this program knows format " + FORMAT);
        }
        try {
            return new BackupManifest(
                    BackupForm.valueOf(properties.getProperty("form", "").toUpperCase(Locale.ROOT)),
                    properties.getProperty("program", ""),
                    Instant.parse(properties.getProperty("created_at", "")),
                    Integer.parseInt(properties.getProperty("snapshots", "")));
        } catch (IllegalArgumentException | DateTimeException damaged) {
            throw new IOException("its " + NAME + " is damaged: " + damaged.getMessage(), damaged);
        }
    }
}
