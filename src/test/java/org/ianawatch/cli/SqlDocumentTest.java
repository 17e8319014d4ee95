package org.ianawatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ianawatch.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every answer in {@code docs/sql.md} is what the program gives. {@code -Dgolden.update=true} rewrites them, and fails. */
class SqlDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/sql.md");
    private static final int QUESTIONS = 18;

    @TempDir
    private Path folder;

    @Test
    void everyQuestionHasTheAnswerThatItSays() throws IOException {
        List<String> expected = Files.readAllLines(DOCUMENT);
        List<String> actual;
        try (EditionServer server = new EditionServer(SessionTest.SAMPLES)) {
            Session session = new Session(folder, server);
            session.run("ianawatch import src/test/resources/questions");
            assertEquals(ExitCode.DONE, session.exitCode());
            actual = replay(session, expected);
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.write(DOCUMENT, actual);
            fail(DOCUMENT + " was rewritten; run again without -Dgolden.update");
        }
        assertEquals(String.join("\n", expected), String.join("\n", actual));
        assertEquals(
                QUESTIONS,
                expected.stream().filter(line -> line.matches("## \\d+\\. .*")).count());
    }

    /** The document with the outputs of today: of sessions, and of the first text that follows a query. */
    private List<String> replay(Session session, List<String> document) throws IOException {
        List<String> actual = new ArrayList<>();
        String query = "";
        for (int index = 0; index < document.size(); index++) {
            List<String> block = block(document, index);
            if (block.isEmpty()) {
                actual.add(document.get(index));
                continue;
            }
            List<String> content = block.subList(1, block.size() - 1);
            actual.add(block.get(0));
            switch (block.get(0)) {
                case "```console" -> actual.addAll(session.replay(content));
                case "```sql" -> {
                    query = String.join("\n", content);
                    actual.addAll(content);
                }
                case "```text" -> {
                    actual.addAll(query.isEmpty() ? content : answer(session, query));
                    query = "";
                }
                default -> actual.addAll(content);
            }
            actual.add(block.get(block.size() - 1));
            index += block.size() - 1;
        }
        return actual;
    }

    private static List<String> block(List<String> document, int start) {
        if (!document.get(start).matches("```\\w+")) {
            return List.of();
        }
        int end = start + 1;
        while (!document.get(end).equals("```")) {
            end++;
        }
        return document.subList(start, end + 1);
    }

    private List<String> answer(Session session, String query) throws IOException {
        Path file = Files.writeString(folder.resolve("question.sql"), query);
        List<String> lines =
                session.run("ianawatch sql --file '" + file + "'").lines().toList();
        assertEquals(ExitCode.DONE, session.exitCode(), lines::toString);
        return lines;
    }
}
