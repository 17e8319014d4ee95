package org.ianawatch.cli.uses;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ianawatch.csv.CsvLine;
import org.ianawatch.registry.Subject;
import org.ianawatch.registry.Use;
import org.jspecify.annotations.Nullable;

/**
 * A list of uses as a person or {@code uses list --format csv} writes it: one on a line, {@code 272-279/tcp lab telemetry},
 * or CSV whose header has the column {@code use} first, and {@code note}. Lines that begin with {@code #} are comments.
 */
public final class UsesFile {
    /**
     * A use, and what for.
     *
     * @param note null where the line has none
     */
    public record Line(Use use, @Nullable String note) {}

    private UsesFile() {}

    /**
     * Reads all lines. Of a use that stands on several, the last counts.
     *
     * @param uses reads one use
     * @throws IllegalArgumentException at the first that cannot be read, with its number
     */
    public static List<Line> parse(String text, Function<String, Use> uses) {
        Map<Use, Line> lines = new LinkedHashMap<>();
        List<String> header = List.of();
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.strip();
            try {
                if (line.isEmpty() || line.startsWith("#")) {
                    continue;
                }
                if (lines.isEmpty() && header.isEmpty() && line.startsWith("use,")) {
                    header = CsvLine.values(line);
                } else {
                    Line read = header.isEmpty() ? plain(line, uses) : comma(line, header.indexOf("note"), uses);
                    lines.put(read.use(), read);
                }
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("line " + number + ": " + wrong.getMessage(), wrong);
            }
        }
        return List.copyOf(lines.values());
    }

    /** A use with the words of its note, none of which leave a note as it is. */
    private static Line line(Use use, List<String> words) {
        if (!words.isEmpty() && words.stream().map(Subject::of).allMatch(Subject::isPorts)) {
            throw new IllegalArgumentException("'" + String.join(" ", words) + "' after " + use
                    + " reads as further uses, not as a note: give each use a line of its own");
        }
        return new Line(use, words.isEmpty() ? null : String.join(" ", words).strip());
    }

    private static Line plain(String line, Function<String, Use> uses) {
        List<String> words = List.of(line.split("\\s+"));
        return line(uses.apply(words.get(0)), words.subList(1, words.size()));
    }

    private static Line comma(String line, int note, Function<String, Use> uses) {
        List<String> values = CsvLine.values(line);
        return new Line(uses.apply(values.get(0)), note < 0 || note >= values.size() ? null : values.get(note));
    }
}
