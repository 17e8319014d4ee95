package org.ianawatch.cli.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ianawatch.cli.EditionServer;
import org.ianawatch.cli.Session;
import org.jline.terminal.Size;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a person sees who types at the prompt of a terminal that is as wide as the file's name says, against files; {@code >}
 * stands before what was typed. {@code -Dgolden.update=true} rewrites them, and fails.
 */
class SqlDialogueTest {
    private static final String TYPED = "> ";
    private static final int LINES = 1000;

    @TempDir
    private static Path store;

    @TempDir
    private Path folder;

    @BeforeAll
    static void fill() throws IOException {
        try (EditionServer server = new EditionServer(List.of())) {
            assertEquals("", new Session(store, server).run("ianawatch import --quiet src/test/resources/questions"));
        }
    }

    static List<Path> dialogues() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/dialogues"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dialogues")
    void everyAnswerIsWhatTheFileSays(Path file) throws IOException {
        String expected = Files.readString(file);
        int width = Integer.parseInt(file.getFileName().toString().replaceFirst(".*-(\\d+)\\.txt", "$1"));
        Conversation conversation = new Conversation(store.resolve("home"), folder, Size.of(width, LINES));
        List<String> typed = expected.lines()
                .filter(line -> line.startsWith(TYPED))
                .map(line -> line.substring(TYPED.length()))
                .toList();
        String actual =
                conversation.of(new TypedLines(typed, line -> conversation.out().println(TYPED + line)), () -> null);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, actual);
            fail(file + " was rewritten; run again without -Dgolden.update");
        }
        assertEquals(expected, actual);
    }
}
