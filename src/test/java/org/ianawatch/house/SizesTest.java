package org.ianawatch.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is longer than a person wants to read. */
class SizesTest {
    private static final int LONGEST_FILE_LINES = 400;
    private static final int LONGEST_ROOM_LINES = 5_000;

    @TempDir
    Path planted;

    @Test
    void noFileIsLong() throws IOException {
        Map<Path, Integer> lines = lines(Path.of("src"));
        assertTrue(lines.size() > 100, "found " + lines.size());
        assertEquals(List.of(), longFiles(lines));
    }

    @Test
    void noRoomIsLong() throws IOException {
        assertEquals(List.of(), longRooms(Path.of("src/main/java")));
    }

    @Test
    void aFileIsLongFromALineBeyondTheLongestOn() throws IOException {
        plant("room/Longest.java", LONGEST_FILE_LINES);
        Path tooLong = plant("room/Longer.java", LONGEST_FILE_LINES + 1);
        assertEquals(List.of(tooLong), longFiles(lines(planted)));
    }

    @Test
    void aRoomIsLongFromALineBeyondTheLongestOnAndASubRoomIsARoomOfItsOwn() throws IOException {
        plant("longest/One.java", LONGEST_ROOM_LINES - 1);
        plant("longest/Two.java", 1);
        plant("longest/sub/Three.java", 1);
        plant("longer/One.java", LONGEST_ROOM_LINES - 1);
        plant("longer/Two.java", 2);
        assertEquals(List.of("longer"), longRooms(planted));
    }

    private Path plant(String name, int lines) throws IOException {
        Path file = planted.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "//\n".repeat(lines));
    }

    private static List<Path> longFiles(Map<Path, Integer> lines) {
        return lines.keySet().stream()
                .filter(file -> lines.get(file) > LONGEST_FILE_LINES)
                .toList();
    }

    /** The folders below one whose files have too many lines together. */
    private static List<String> longRooms(Path sources) throws IOException {
        Map<String, Integer> rooms = new TreeMap<>();
        lines(sources)
                .forEach((file, lines) ->
                        rooms.merge(sources.relativize(file.getParent()).toString(), lines, Integer::sum));
        return rooms.keySet().stream()
                .filter(room -> rooms.get(room) > LONGEST_ROOM_LINES)
                .toList();
    }

    private static Map<Path, Integer> lines(Path folder) throws IOException {
        Map<Path, Integer> lines = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                lines.put(file, Files.readAllLines(file).size());
            }
        }
        return lines;
    }
}
