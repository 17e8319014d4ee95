package org.ianawatch.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The units for systemd. */
public final class Units {
    public static final Path FOLDER = Path.of("packaging");
    public static final String SYNC = "ianawatch.service";
    static final String WATCH = "ianawatch-watch.service";
    static final String TIMER = "ianawatch.timer";

    private Units() {}

    static List<String> lines(String unit) throws IOException {
        return Files.readAllLines(FOLDER.resolve(unit));
    }

    /** The values of a key, in the order of the file. */
    public static List<String> values(String unit, String key) throws IOException {
        return lines(unit).stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .toList();
    }

    /** Copies all units there, as they are when the program is in this folder. */
    static void installHere(Path folder) throws IOException {
        String here = Path.of("").toAbsolutePath().toString();
        for (String unit : List.of(SYNC, WATCH, TIMER)) {
            String text = Files.readString(FOLDER.resolve(unit));
            Files.writeString(folder.resolve(unit), text.replace("/opt/ianawatch", here));
        }
    }
}
