package org.ianawatch.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.csv.CsvLine;
import org.ianawatch.registry.Use;
import org.jspecify.annotations.Nullable;

/**
 * A list of uses as a person or {@code uses list --format csv} writes it: one on a line, {@code 272-279/tcp lab telemetry},
 * or CSV whose header has the column {@code use} first, and {@code note}. Lines that begin with {@code #} are comments.
 */
final class UsesFile {
    /**
     * A use, and what for.
     *
     * @param note null where the line has none
     */
    record Line(Use use, @Nullable String note) {}

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private UsesFile() {}

    /**
     * Reads all lines. Of a use that stands on several, the last counts.
     *
     * @throws IllegalArgumentException at the first that cannot be read, with its number
     */
    static List<Line> parse(String text) {
        Map<Use, Line> lines = new LinkedHashMap<>();
        List<String> header = List.of();
        int number = 0;
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        for (String raw : content.lines().toList()) {
            number++;
            String line = raw.strip();
            try {
                if (line.isEmpty() || line.startsWith("#")) {
                    continue;
                }
                if (lines.isEmpty() && header.isEmpty() && line.startsWith("use,")) {
                    header = CsvLine.values(line);
                } else {
                    Line read = header.isEmpty() ? plain(line) : comma(line, header.indexOf("note"));
                    lines.put(read.use(), read);
                }
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("line " + number + ": " + wrong.getMessage(), wrong);
            }
        }
        return List.copyOf(lines.values());
    }

    /** A use with the words of its note, none of which leave a note as it is. */
    static Line line(Use use, List<String> words) {
        if (!words.isEmpty() && words.stream().allMatch(UsesFile::looksLikePorts)) {
            throw new IllegalArgumentException(
                    "'" + String.join(" ", words) + "' after " + use
                            + " reads as further uses, not as a note: give each use a command, or a line of a --file, of its own");
        }
        return new Line(use, words.isEmpty() ? null : String.join(" ", words).strip());
    }

    private static Line plain(String line) {
        List<String> words = List.of(line.split("\\s+"));
        return line(Use.parse(words.get(0)), words.subList(1, words.size()));
    }

    private static Line comma(String line, int note) {
        List<String> values = CsvLine.values(line);
        return new Line(Use.parse(values.get(0)), note < 0 || note >= values.size() ? null : values.get(note));
    }

    private static boolean looksLikePorts(String word) {
        int slash = word.indexOf('/');
        return Use.looksLikePorts(slash < 0 ? word : word.substring(0, slash));
    }
}
