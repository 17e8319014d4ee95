package org.ianawatch.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ianawatch.cli.console.Console;

/**
 * A person at a terminal: runs the lines that begin with {@code $ } one after the other, and writes down what they print,
 * standard error and output as they come. It knows the program itself, {@code VARIABLE=value} before it, {@code | head -n
 * N}, {@code > FILE}, {@code cat FILE} and {@code echo $?}. {@code # a week later} moves the clock, and the source to its
 * next edition.
 */
public final class Session {
    private static final Instant START = Instant.parse("2026-11-01T06:00:00Z");
    private static final String A_WEEK_LATER = "# a week later";

    private final Path folder;
    private final EditionServer server;
    private final Map<String, String> environment = new HashMap<>();
    private Instant now = START;
    private int exitCode;

    /**
     * A session.
     *
     * @param folder the home and all files are in here; {@code FOLDER} stands for it
     */
    public Session(Path folder, EditionServer server) {
        this.folder = folder;
        this.server = server;
        environment.put("IANAWATCH_HOME", folder.resolve("home").toString());
        environment.put("IANAWATCH_SOURCE", server.url());
        // What listens on the machine of the test is no part of a session.
        environment.put("HOST_PROC", folder.resolve("proc").toString());
    }

    /** Runs every command of the lines, and gives the lines as they are when the outputs are what they are. */
    List<String> replay(List<String> lines) throws IOException {
        List<String> actual = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("$ ")) {
                actual.add(line);
                run(line.substring(2)).lines().forEach(actual::add);
            } else if (line.startsWith(A_WEEK_LATER)) {
                actual.add(line);
                aWeekLater();
            }
        }
        return actual;
    }

    /** The exit code of the last command. */
    public int exitCode() {
        return exitCode;
    }

    /** Runs one command as a person types it, and gives what it prints. */
    public String run(String command) throws IOException {
        List<String> words = new ArrayList<>(words(command));
        if (words.equals(List.of("echo", "$?"))) {
            return exitCode + "\n";
        }
        if (words.get(0).equals("cat")) {
            return Files.readString(path(words.get(1)));
        }
        Map<String, String> with = new HashMap<>(environment);
        while (words.get(0).matches("[A-Z_]+=.*")) {
            String[] assignment = words.remove(0).split("=", 2);
            with.put(assignment[0], assignment[1]);
        }
        if (!words.remove(0).endsWith("ianawatch")) {
            throw new IllegalArgumentException("a session does not know the command " + command);
        }
        int pipe = words.indexOf("|");
        int redirection = words.indexOf(">");
        int end = pipe >= 0 ? pipe : redirection >= 0 ? redirection : words.size();
        String output = execute(words.subList(0, end), with);
        if (redirection >= 0) {
            Files.writeString(path(words.get(redirection + 1)), output);
            return "";
        }
        return pipe < 0 ? output : head(output, Integer.parseInt(words.get(words.size() - 1)));
    }

    private String execute(List<String> words, Map<String, String> with) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        String[] arguments = words.stream()
                .map(word -> word.replace("FOLDER", folder.toString()))
                .toArray(String[]::new);
        exitCode = new Program(new Console(
                        new ByteArrayInputStream(new byte[0]),
                        both,
                        both,
                        with,
                        Clock.fixed(now, ZoneOffset.UTC),
                        false,
                        false,
                        false))
                .run(arguments);
        return bytes.toString(StandardCharsets.UTF_8)
                .replace(folder.toString(), "FOLDER")
                .replace(server.url(), "https://www.iana.org/registry.csv");
    }

    private void aWeekLater() {
        now = now.plus(Duration.ofDays(7));
        server.next();
    }

    private Path path(String name) {
        return Path.of(name.replace("FOLDER", folder.toString()));
    }

    private static String head(String output, int count) {
        return output.lines().limit(count).map(line -> line + "\n").reduce("", String::concat);
    }

    /** Splits as a shell does, as far as blanks and both kinds of quotes go. */
    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean any = false;
        for (int index = 0; index < command.length(); index++) {
            char character = command.charAt(index);
            if (quote == 0 && (character == '\'' || character == '"')) {
                quote = character;
                any = true;
            } else if (quote == character) {
                quote = 0;
            } else if (quote == 0 && character == ' ') {
                if (any) {
                    words.add(word.toString());
                }
                word.setLength(0);
                any = false;
            } else {
                word.append(character);
                any = true;
            }
        }
        if (any) {
            words.add(word.toString());
        }
        return words;
    }

    /** Reads a file of the tests. */
    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
