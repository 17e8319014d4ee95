package org.ianawatch.xml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads real files, and says what does not hold of them, one a line: {@code refused} and a file, {@code lost} and a file whose bytes
 * do not come back, {@code differs} and a registry none of whose tables is that of a CSV; then the figures. {@code .ci/checks/xml}
 * runs it.
 */
public final class RealGroups {
    private final String until;
    private long files;
    private long bytes;
    private long pieces;
    private long keptBytes;
    private long keptPieces;
    private long compared;

    private RealGroups(String until) {
        this.until = until;
    }

    /**
     * Reads every Nth group.
     *
     * @param arguments a folder with {@code GROUP/DATETIME.xml}, one with {@code GROUP/REGISTRY/DATE.csv}, the date before which a CSV
     *     is of the same time, and N
     */
    public static void main(String[] arguments) throws IOException {
        RealGroups groups = new RealGroups(arguments[2]);
        List<Path> folders = list(Path.of(arguments[0]));
        for (int index = 0; index < folders.size(); index += Integer.parseInt(arguments[3])) {
            Path folder = folders.get(index);
            groups.take(folder, Path.of(arguments[1]).resolve(folder.getFileName()));
        }
        System.out.printf(
                "%d files of %d bytes in %d pieces, of which a store keeps %d bytes in %d; %d registries compared%n",
                groups.files, groups.bytes, groups.pieces, groups.keptBytes, groups.keptPieces, groups.compared);
    }

    private void take(Path folder, Path sheets) throws IOException {
        // The tables of each registry, each once, with the date of the first.
        Map<String, Map<RegistryTable, String>> tables = new TreeMap<>();
        Map<String, Integer> before = Map.of();
        for (Path path : list(folder)) {
            String name = folder.getFileName() + "/" + path.getFileName();
            byte[] read = Files.readAllBytes(path);
            try {
                GroupFile file = GroupReader.read(read, folder.getFileName().toString());
                if (!Arrays.equals(read, file.bytes())) {
                    System.out.println("lost " + name);
                }
                files++;
                bytes += read.length;
                before = keep(file.pieces(), before);
                for (RegistryTable table : tablesWithoutBreaks(read, file.id())) {
                    tables.computeIfAbsent(table.id().name(), unknown -> new LinkedHashMap<>())
                            .putIfAbsent(table, path.getFileName().toString());
                }
            } catch (MalformedGroupException malformed) {
                System.out.println("refused " + name + ": " + malformed.getMessage());
            }
        }
        for (Map.Entry<String, Map<RegistryTable, String>> registry : tables.entrySet()) {
            Path editions = sheets.resolve(registry.getKey());
            if (Files.isDirectory(editions)) {
                compare(registry.getValue(), editions);
            }
        }
    }

    /** A store keeps what was not in the edition before. */
    private Map<String, Integer> keep(List<Piece> all, Map<String, Integer> before) {
        Map<String, Integer> now = new HashMap<>();
        for (Piece piece : all) {
            if (now.merge(piece.text(), 1, Integer::sum) > before.getOrDefault(piece.text(), 0)) {
                keptPieces++;
                keptBytes += piece.text().getBytes(StandardCharsets.UTF_8).length;
            }
        }
        pieces += all.size();
        return now;
    }

    /** The CSV has nothing in the place of a line break. */
    private static List<RegistryTable> tablesWithoutBreaks(byte[] read, String group) throws MalformedGroupException {
        byte[] without = new String(read, StandardCharsets.UTF_8)
                .replaceAll("<br ?/>", "")
                .getBytes(StandardCharsets.UTF_8);
        return GroupReader.read(without, group) instanceof Group found ? found.registries() : List.of();
    }

    private void compare(Map<RegistryTable, String> tables, Path editions) throws IOException {
        String first = tables.values().iterator().next().substring(0, 10);
        List<SheetColumns> sheets = new ArrayList<>();
        for (Path path : list(editions)) {
            String date = path.getFileName().toString();
            if (path.toString().endsWith(".csv") && date.compareTo(first) >= 0 && date.compareTo(until) < 0) {
                sheets.addAll(SheetColumns.read(Files.readString(path)));
            }
        }
        if (sheets.isEmpty()) {
            return;
        }
        compared++;
        if (tables.keySet().stream().noneMatch(table -> sheets.stream().anyMatch(sheet -> sheet.isOf(table)))) {
            System.out.println(
                    "differs " + tables.keySet().iterator().next().id().group() + "/"
                            + tables.keySet().iterator().next().id().name());
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        }
    }
}
