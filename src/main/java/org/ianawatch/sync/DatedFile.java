package org.ianawatch.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A CSV file whose name says when the registry was as it says.
 *
 * @param path the file
 * @param date the time in its name, or the start of that day in UTC
 */
public record DatedFile(Path path, Instant date) {
    private static final String ENDING = ".csv";
    private static final Pattern DATE =
            Pattern.compile("(?:^|.*[^0-9])(\\d{4})-?(\\d{2})-?(\\d{2})(?:T(\\d{2}):?(\\d{2}):?(\\d{2})Z)?\\.csv");

    /**
     * The file with the date of its name: {@code 2016-01-01.csv}, {@code 2021-08-12T170509Z.csv}, {@code ports-20160101.csv}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static DatedFile of(Path path) {
        String name = path.getFileName().toString();
        Matcher matcher = DATE.matcher(name);
        try {
            if (matcher.matches()) {
                LocalDate day = LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
                LocalTime time = matcher.group(4) == null
                        ? LocalTime.MIDNIGHT
                        : LocalTime.of(number(matcher, 4), number(matcher, 5), number(matcher, 6));
                return new DatedFile(path, day.atTime(time).toInstant(ZoneOffset.UTC));
            }
        } catch (DateTimeException noSuchDay) {
            throw new IllegalArgumentException(
                    "the name of " + path + " has no date: " + noSuchDay.getMessage(), noSuchDay);
        }
        throw new IllegalArgumentException("the name of " + path
                + " has no date: name it like 2016-01-01.csv, 2021-08-12T170509Z.csv or ports-20160101.csv, or give the"
                + " date of one file with --at");
    }

    /**
     * The CSV files of paths, in date order. Of a folder it is those directly in it that end in {@code .csv}, without those that
     * begin with a dot: macOS puts a {@code ._} file beside each that it copies. A link that leads nowhere is one of them, which
     * cannot be read.
     *
     * @throws IllegalArgumentException when a path is not there, a folder has no such file, a name has no date, or two
     *     files have the same
     */
    public static List<DatedFile> inDateOrder(List<Path> paths) throws IOException {
        List<DatedFile> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> children = Files.list(path)) {
                    List<Path> found = children.filter(child -> child.toString().endsWith(ENDING))
                            .filter(child -> !child.getFileName().toString().startsWith("."))
                            .filter(child -> Files.isRegularFile(child) || Files.notExists(child))
                            .toList();
                    if (found.isEmpty()) {
                        throw new IllegalArgumentException(
                                "there is no file directly in " + path + " that ends in .csv");
                    }
                    found.stream().map(DatedFile::of).forEach(files::add);
                }
            } else if (Files.exists(path)) {
                files.add(of(path));
            } else {
                throw new IllegalArgumentException("there is no file or folder " + path);
            }
        }
        files.sort(Comparator.comparing(DatedFile::date).thenComparing(DatedFile::path));
        for (int index = 1; index < files.size(); index++) {
            if (files.get(index).date().equals(files.get(index - 1).date())) {
                throw new IllegalArgumentException(files.get(index - 1).path() + " and "
                        + files.get(index).path() + " have the same date, "
                        + DateTimeFormatter.ISO_INSTANT.format(files.get(index).date()) + ": import one of them");
            }
        }
        return List.copyOf(files);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
